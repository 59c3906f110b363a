/** Times, spans and numbers as the reader writes them. The clock has 24 hours, as in every log. */
import type { MessageId, Strings } from './strings.tsx';

export interface Format {
  /** A moment that stands alone: `today, 09:30:00`, or with its date. Seconds since 1970. */
  readonly instant: (seconds: number) => string;
  /** A moment inside a sentence: `09:30:00` when it is today, else with its date. Seconds since 1970. */
  readonly moment: (seconds: number) => string;
  /** `09:05:12`, of milliseconds since 1970. */
  readonly time: (ms: number) => string;
  /** The part behind the full second: `.331`. */
  readonly fraction: (ms: number) => string;
  /** `22 s`, `5:12`, `1:02:03`, `3 d 4 h`. */
  readonly duration: (seconds: number) => string;
  /** As `duration`, but `0:22` below a minute, so that a running clock keeps its form. */
  readonly countdown: (seconds: number) => string;
  /** How long a request took: `212 ms`, `1.8 s`; empty where that is not known. */
  readonly took: (ms: number) => string;
  readonly count: (count: number) => string;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

export function createFormat({ text, locale }: Strings, now: () => number): Format {
  const clock = new Intl.DateTimeFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  const dated = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle: 'h23',
  });
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: false });
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0, useGrouping: false });

  const fill = (id: MessageId, values: Readonly<Record<string, string>>) =>
    text(id).replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);

  function isToday(ms: number): boolean {
    return new Date(ms).toDateString() === new Date(now()).toDateString();
  }

  function moment(seconds: number): string {
    const ms = seconds * 1000;
    return isToday(ms) ? clock.format(ms) : dated.format(ms);
  }

  function running(span: number): string {
    const hours = Math.floor(span / HOUR);
    const minutes = Math.floor((span % HOUR) / MINUTE);
    const seconds = twoDigits(Math.floor(span % MINUTE));
    return hours > 0 ? `${hours}:${twoDigits(minutes)}:${seconds}` : `${minutes}:${seconds}`;
  }

  function long(span: number): string {
    if (span < YEAR) {
      const hours = whole.format(Math.floor((span % DAY) / HOUR));
      return fill('duration_days', { days: whole.format(Math.floor(span / DAY)), hours });
    }
    const days = whole.format(Math.floor((span % YEAR) / DAY));
    return fill('duration_years', { years: whole.format(Math.floor(span / YEAR)), days });
  }

  function short(span: number): string {
    if (span > 0 && span < 1)
      return fill('duration_milliseconds', { n: whole.format(Math.ceil(span * 1000)) });
    const rounded = span < 10 ? Math.floor(span * 10) / 10 : Math.floor(span);
    return fill('duration_seconds', { n: decimal.format(rounded) });
  }

  return {
    instant(seconds) {
      const ms = seconds * 1000;
      return isToday(ms) ? fill('time_today', { time: clock.format(ms) }) : dated.format(ms);
    },
    moment,
    time: (ms) => clock.format(ms),
    fraction: (ms) => `.${String(Math.floor(ms) % 1000).padStart(3, '0')}`,
    duration(seconds) {
      const span = Math.abs(seconds);
      if (span < MINUTE) return short(span);
      return span < DAY ? running(span) : long(span);
    },
    countdown(seconds) {
      const span = Math.abs(seconds);
      return span < DAY ? running(span) : long(span);
    },
    took(ms) {
      if (ms <= 0) return '';
      return ms < 1000 ? fill('duration_milliseconds', { n: whole.format(ms) }) : short(ms / 1000);
    },
    count: (count) => whole.format(count),
  };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
