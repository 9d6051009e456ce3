const natsLevels = { DBG: 'debug', TRC: 'debug', INF: 'info', WRN: 'warn', ERR: 'error', FTL: 'error' };

/** Parses a JSON log line of our processes. Returns undefined for other lines. */
export function parseLogLine(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    const entry = JSON.parse(line);
    return typeof entry.level === 'string' && typeof entry.message === 'string' ? entry : undefined;
  } catch {
    return undefined;
  }
}

/** Converts a line of nats-server to our log format: `[7] 2026/11/20 10:00:00.000000 [INF] Server is ready`. */
export function fromNatsServer(line, time) {
  const [, mark, message] = /\[([A-Z]{3})\] (.*)$/.exec(line) ?? [];
  return { level: natsLevels[mark] ?? 'info', time, process: 'nats-server', message: message ?? line };
}

/** Formats a warning or error for the terminal. Returns undefined for other levels. */
export function forPeople({ level, time, process, message, error }) {
  if (level !== 'warn' && level !== 'error') return undefined;
  const clock = new Date(time).toTimeString().slice(0, 8);
  return `${clock} ${process}: ${message}${error?.message ? ` (${error.message})` : ''}`;
}
