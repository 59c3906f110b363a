import type { DemoKeys } from './demo-keys.ts';
import { demoToken, isDemoToken } from './demo-tokens.ts';
import { FRAME, MAPS_API } from './hosts.ts';
import { pageFile } from './page-files.ts';
import type { Reply } from './reply.ts';
import type { Rule } from './rules.ts';
import type { Incoming, World } from './world.ts';

export type Demo = {
  readonly keys: DemoKeys;
  readonly world: World;
  readonly tell: (rule: Rule) => unknown;
};

const PAGES: Readonly<Record<string, string>> = {
  '/': 'index.html',
  '/blank': 'blank.html',
  '/early': 'early.html',
};

/** Scripts and styles that pages ask for by their own name. */
const FILES: readonly string[] = [
  'demo.css',
  'demo.js',
  'frame.js',
  'helpers.js',
  'situations.js',
  'worker.js',
];

/** The demo's sites: pages, their files, tokens from `/tokens/<name>`, and `/next/500`, which breaks the next geocode. */
export async function demoSite(demo: Demo, { host, path }: Incoming): Promise<Reply> {
  const page = host === FRAME && path === '/' ? 'frame.html' : PAGES[path];
  if (page === 'early.html') return earlyPage(demo);
  if (page !== undefined) return pageFile(page);
  const name = path.slice(1);
  if (FILES.includes(name)) return pageFile(name);
  const token = /^\/tokens\/(.+)$/.exec(path)?.[1];
  if (token !== undefined && isDemoToken(token)) return text(200, demoToken(demo.world, demo.keys, token));
  if (path === '/next/500') {
    demo.tell({ match: { host: MAPS_API, path: '/v1/geocode' }, answer: { kind: 'status', status: 500 } });
    return text(200, 'The next geocode fails.');
  }
  return path === '/favicon.ico' ? text(204, '') : text(404, 'Not found');
}

/** The page holds its token already, as one rendered by a server does: nothing delays its first requests. */
async function earlyPage({ world, keys }: Demo): Promise<Reply> {
  const page = await pageFile('early.html');
  return { ...page, body: page.body.replace('{{token}}', demoToken(world, keys, 'good')) };
}

function text(status: number, body: string): Reply {
  return {
    status,
    headers: { 'content-type': 'text/plain;charset=utf-8', 'cache-control': 'no-store' },
    body,
  };
}
