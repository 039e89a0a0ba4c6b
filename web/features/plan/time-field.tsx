interface TimeFieldProps {
  readonly label: string;
  /** What it is the time of, for people who do not see where it stands. */
  readonly of: string;
  /** Minutes of the local day; absent: no time. */
  readonly value: number | undefined;
  readonly onChange: (minute: number | undefined) => void;
}

/** A time of day, as the browser asks for one. */
export const TimeField = ({ label, of, value, onChange }: TimeFieldProps) => (
  <label className="time">
    <span>{label}</span>
    <input
      type="time"
      aria-label={`${of}: ${label}`}
      value={value === undefined ? '' : clockText(value)}
      onChange={({ target }) => onChange(minuteIn(target.value))}
    />
  </label>
);

const clockText = (minute: number): string =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');

function minuteIn(text: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(text) ?? [];
  return hours === undefined ? undefined : 60 * Number(hours) + Number(minutes);
}
