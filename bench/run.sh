#!/usr/bin/env bash
# All measurements of bench/README.md, one after the other, against the release binary.
#   bench/run.sh [PEOPLE] [FOLDER]      DATABASE=postgres://… measures PostgreSQL
set -euo pipefail
cd "$(dirname "$0")/.."
people=${1:-100000}
folder=${2:-$(mktemp -d)}
port=${PORT:-18100}
database=(${DATABASE:+--database "$DATABASE"})
dzaleka=target/release/dzaleka
bench=target/release/bench
cargo build --release -q -p dzaleka -p bench

if [[ ! -e $folder/.sampled ]]; then
  time "$dzaleka" sample --people "$people" --data "$folder" "${database[@]}"
  touch "$folder/.sampled"
fi

began=$(date +%s%N)
"$dzaleka" serve --data "$folder" --listen "127.0.0.1:$port" --log warn "${database[@]}" &
server=$!
trap 'kill $server' EXIT
until curl -sf "http://127.0.0.1:$port/people" >/dev/null; do sleep 0.01; done
echo "first answer after $((($(date +%s%N) - began) / 1000000)) ms"

# Profiles in random order, more than the kept pages can hold: each is rendered from the database.
"$dzaleka" person list --report json --data "$folder" "${database[@]}" 2>/dev/null |
  grep -o '"kind":"person".*"url":"[^"]*"' | grep -o '/people/[^"]*' | shuf --random-source=<(yes) -n 5000 >"$folder/profiles"
# One filter under addresses that each differ, so that no page is kept.
for nth in $(seq 400); do
  for craft in potter tailor painter musician poet teacher carpenter cook; do echo "/people?craft=$craft&nth=$nth"; done
done >"$folder/common"
# Rare combinations.
for craft in potter tailor painter musician poet teacher carpenter cook; do
  for language in sw en fr rn rw so; do
    for sort in newest name; do
      for country in mw au us ca gb; do echo "/people?craft=$craft&language=$language&country=$country&sort=$sort"; done
    done
  done
done >"$folder/filters"

echo "== profiles from the database"; "$bench" compare --portal "127.0.0.1:$port" "@$folder/profiles"
echo "== one filter with counts"; "$bench" compare --portal "127.0.0.1:$port" "@$folder/common"
echo "== rare combinations of filters"; "$bench" compare --portal "127.0.0.1:$port" "@$folder/filters"
echo "== kept pages"; "$bench" compare --portal "127.0.0.1:$port" / /people /organisations "/people?craft=potter"
echo "== 200 requests a second on one core"
taskset -cp 0 $server >/dev/null
taskset -c 1 "$bench" rate --portal "127.0.0.1:$port" "@$folder/profiles" "@$folder/common"
for q in kiswahili potter amina jean clay teacher "tailor lilongwe" habarugira; do echo "/search?q=${q// /+}"; echo "/search?q=${q:0:4}"; done >"$folder/searches"
echo "== search, 20 a second"; taskset -c 1 "$bench" rate --rate 20 --portal "127.0.0.1:$port" "@$folder/searches"
sed 's/search/suggest/' "$folder/searches" >"$folder/suggestions"
echo "== suggestions, 20 a second"; taskset -c 1 "$bench" rate --rate 20 --portal "127.0.0.1:$port" "@$folder/suggestions"
grep VmRSS "/proc/$server/status"
