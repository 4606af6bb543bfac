#!/usr/bin/env bash
# All measurements of bench/README.md, one after the other, against the release binary.
#   bench/run.sh [PEOPLE] [FOLDER]      DATABASE=postgres://… measures PostgreSQL, STORIES=100000 stories too
set -euo pipefail
cd "$(dirname "$0")/.."
people=${1:-100000}
folder=${2:-$(mktemp -d)}
stories=${STORIES:-0}
port=${PORT:-18100}
database=(${DATABASE:+--database "$DATABASE"})
dzaleka=target/release/dzaleka
bench=target/release/bench
cargo build --release -q -p dzaleka -p bench

if [[ ! -e $folder/.sampled ]]; then
  time "$dzaleka" sample --people "$people" --stories "$stories" --data "$folder" "${database[@]}"
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
if ((stories)); then
  seq 0 $((stories - 1)) | shuf --random-source=<(yes) -n 5000 | sed 's#^#/stories/synthetic-#' >"$folder/told"
  for nth in $(seq 600); do
    for filter in form=interview form=profile theme=music theme=work language=sw craft=potter; do echo "/stories?$filter&nth=$nth"; done
  done >"$folder/told-filters"
  for form in profile interview feature news announcement; do
    for theme in arts music work learning community sport faith food technology home; do
      for language in en sw fr; do echo "/stories?form=$form&theme=$theme&language=$language"; done
    done
  done >"$folder/told-rare"
  for form in profile interview feature news; do for lang in en sw fr; do echo "/stories/feed.atom?form=$form&lang=$lang"; done; done >"$folder/told-feeds"
  echo "== story pages from the database"; "$bench" compare --portal "127.0.0.1:$port" "@$folder/told"
  echo "== stories by one filter"; "$bench" compare --portal "127.0.0.1:$port" "@$folder/told-filters"
  echo "== stories by three filters"; "$bench" compare --portal "127.0.0.1:$port" "@$folder/told-rare"
  echo "== kept pages of stories"; "$bench" compare --portal "127.0.0.1:$port" /stories "/stories?form=interview"
  for what in told told-filters told-feeds; do
    echo "== $what, 50 a second"; taskset -c 1 "$bench" rate --rate 50 --portal "127.0.0.1:$port" "@$folder/$what"
  done
  for part in "" "?kind=story&part=1" "?kind=story&part=$((stories / 4000 + 1))"; do
    curl -s -o /dev/null -w "sitemap$part: %{time_total} s\n" "http://127.0.0.1:$port/sitemap.xml$part"
  done
fi
grep VmRSS "/proc/$server/status"
