import { startStandIn } from './stand-in.ts';

const { port, hosts, certificate, close } = await startStandIn();
const mapping = hosts.map((host) => `MAP ${host} 127.0.0.1:${port}`).join(', ');

console.log(`The stand-in listens on 127.0.0.1:${port}. Open https://demo.test/ in a browser started so:

Chromium, with a profile of its own:
  chromium --user-data-dir="$(mktemp -d)" \\
    --ignore-certificate-errors-spki-list="${certificate.spki}" \\
    --host-resolver-rules="${mapping}, MAP * ~NOTFOUND"

Firefox, in a profile of its own that trusts the certificate below (Settings, View Certificates, Authorities):
  network.dns.localDomains = "${hosts.join(',')}"
  network.socket.forcePort = "443=${port}"
  network.dns.disableIPv6 = true
  network.trr.mode = 5
  network.http.http3.enable = false

${certificate.caPem}`);

process.once('SIGINT', () => void close());
process.once('SIGTERM', () => void close());
