// A real SMTP server for the tests: says its port, then each mail it takes as one line of JSON.
// Arguments: plain | starttls | tls, then whether a sign-in is asked for (portal / p@ss), then key and certificate.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const { SMTPServer } = createRequire(new URL("../../../../e2e/package.json", import.meta.url))("smtp-server");
const [mode, sign, key, cert] = process.argv.slice(2);
const refuse = (code, words) => Object.assign(new Error(words), { responseCode: code });
const server = new SMTPServer({
  secure: mode === "tls",
  hideSTARTTLS: mode === "plain",
  hideSMTPUTF8: mode === "plain",
  authOptional: sign !== "sign-in",
  ...(key && { key: readFileSync(key), cert: readFileSync(cert) }),
  onAuth: ({ username, password }, session, done) =>
    username === "portal" && password === "p@ss" ? done(null, { user: username }) : done(refuse(535, "who are you")),
  onRcptTo: ({ address }, session, done) =>
    done({ nobody: refuse(550, `no ${address} here`), busy: refuse(451, "come back") }[address.split("@")[0]]),
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const { envelope, secure, user, hostNameAppearsAs: hello } = session;
      const to = envelope.rcptTo.map(({ address }) => address);
      const raw = Buffer.concat(parts).toString("base64");
      console.log(JSON.stringify({ from: envelope.mailFrom.address, to, secure, user, hello, raw }));
      done();
    });
  },
});
server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));
// Ends with its input, once everything is said.
process.stdin.on("end", () => process.stdout.write("", () => process.exit())).resume();
