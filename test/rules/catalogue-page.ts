/** CATALOGUE.md, made of the checks, their cases and their sentences. Write it anew: `npm run catalogue`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { STEPS } from '../../src/core/checks/check.ts';
import { CHECKS } from '../../src/core/checks/index.ts';
import { SOURCES, type Source } from '../../src/core/diagnosis/sources.ts';
import type { Finding, FindingId } from '../../src/core/index.ts';
import { DIAGNOSED, FOUND, runCheck } from '../fixtures/every-finding.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
export const CATALOGUE = join(PROJECT, 'CATALOGUE.md');

const messages: Readonly<Record<string, { readonly message: string }>> = JSON.parse(
  readFileSync(join(PROJECT, 'public/_locales/en/messages.json'), 'utf8'),
);

const STEP_TITLES: Readonly<Record<(typeof STEPS)[number], string>> = {
  answer: 'Apple’s own word, or no word at all',
  bearer: 'Authorization header',
  kind: 'Kind of token for the endpoint',
  shape: 'Shape of the token',
  time: 'Times, at the moment of use, on Apple’s clock',
  signature: 'Signature',
  origin: 'Origin and scope',
  names: 'Names: whose token, which key',
  request: 'Request',
};

export function cataloguePage(): string {
  const findings: readonly Finding[] = [
    ...FOUND.flatMap(([id, , subject]) => {
      const verdict = runCheck(id, subject);
      return verdict?.is === 'found' ? [{ id, ...verdict.finding }] : [];
    }),
    ...DIAGNOSED,
  ];
  const stepOf = new Map(CHECKS.map(({ id, step }) => [id, step]));
  const sections = STEPS.map((step) =>
    section(
      STEP_TITLES[step],
      findings.filter(({ id }) => stepOf.get(id) === step),
    ),
  );
  const rest = section(
    'When nothing else explains it',
    findings.filter(({ id }) => !stepOf.has(id)),
  );
  return `# Catalogue

Every finding, in the order in which a refusal is explained. Made from the checks and their sentences by \`npm run catalogue\`;
do not edit by hand. The ids never change.

${[...sections, rest].join('\n')}`;
}

function section(title: string, findings: readonly Finding[]): string {
  const ids = [...new Set(findings.map(({ id }) => id))];
  return `## ${title}\n\n${ids
    .map((id) =>
      finding(
        id,
        findings.filter((one) => one.id === id),
      ),
    )
    .join('\n')}`;
}

function finding(id: FindingId, variants: readonly Finding[]): string {
  const severities = [...new Set(variants.map(({ severity }) => severity))].join(' or ');
  const sources = SOURCES[id].map(cited).join('; ');
  const sentences = variants.map(({ variant }) => {
    const stem = `finding_${variant === '' ? id : `${id}_${variant}`}`.replaceAll('-', '_');
    const say = (slot: string) => (messages[`${stem}_${slot}`]?.message ?? '').replaceAll('\n', ' ');
    return `- **${say('title')}** ${say('explanation')} *${say('remedy')}*`;
  });
  return `### \`${id}\`\n\n${severities}${sources === '' ? '' : ` · ${sources}`}\n\n${sentences.join('\n')}\n`;
}

function cited({ kind, text }: Source): string {
  return kind === 'apple' ? `[Apple](https://developer.apple.com/${text})` : text;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(CATALOGUE, cataloguePage());
