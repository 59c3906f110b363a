import axe from 'axe-core';
import type { AxeViolation, ViewWindow } from './driver.ts';

export const AXE_SOURCE: string = axe.source;

/** Runs in the view, where `AXE_SOURCE` has run before. */
export async function runAxe(w: ViewWindow): Promise<readonly AxeViolation[]> {
  const engine = (w as unknown as { axe: typeof axe }).axe;
  const { violations } = await engine.run(w.document, { resultTypes: ['violations'] });
  return violations.map((violation) => ({
    id: violation.id,
    impact: violation.impact ?? null,
    help: violation.help,
    nodes: violation.nodes.map((node) => ({
      target: node.target.join(' '),
      html: node.html,
      summary: node.failureSummary ?? '',
    })),
  }));
}
