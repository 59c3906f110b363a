/** The whole log at a glance: how much was asked when, what was refused, and where the page moved on. */
import type { Panel } from '../../app/panel/panel.ts';
import { STEPS, type Step, type Timeline as TimelineOf } from '../../app/panel/timeline.ts';
import { formatMessage } from '../shared/message.tsx';
import { useReader } from '../shared/strings.tsx';

const HEIGHT = 14;

export function Timeline({ panel }: { readonly panel: Panel }) {
  const reader = useReader();
  const timeline = panel.timeline.value;
  if (timeline === null) return null;
  const marks = (panel.recorder.value?.navigations ?? []).filter(
    (at) => at >= timeline.from && at < timeline.from + STEPS * timeline.step,
  );
  const span = (STEPS * timeline.step) / 1000;
  const name = formatMessage(reader, reader.plural('timeline_name', marks.length), {
    span: { type: 'duration', seconds: span },
    count: { type: 'count', count: marks.length },
  });
  return (
    <svg
      class="timeline"
      viewBox={`0 0 ${STEPS} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={name}
    >
      <title>{name}</title>
      <path class="all" d={bars(timeline, ({ total }) => total)} />
      <path class="warned" d={bars(timeline, ({ refused, warnings }) => refused + warnings)} />
      <path class="bad" d={bars(timeline, ({ refused }) => refused)} />
      <path
        class="went"
        d={marks.map((at) => `M${((at - timeline.from) / timeline.step).toFixed(1)} 0v${HEIGHT}`).join('')}
      />
    </svg>
  );
}

/** Heights grow with the logarithm, so that one refusal among a thousand tiles is seen. */
function bars({ steps }: TimelineOf, countOf: (step: Step) => number): string {
  const most = Math.log2(1 + Math.max(...steps.map(({ total }) => total)));
  let path = '';
  for (const [at, step] of steps.entries()) {
    const count = countOf(step);
    if (count === 0) continue;
    const height = Math.max(2, (Math.log2(1 + count) / most) * HEIGHT);
    path += `M${at} ${HEIGHT}v${-height.toFixed(1)}h1v${height.toFixed(1)}z`;
  }
  return path;
}
