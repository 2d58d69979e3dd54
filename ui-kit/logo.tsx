const ground = 'var(--mark-bg, #0A2336)'
const upright = 'var(--mark-v, #3C7CA8)'

/** The mark: two uprights and two strands, over and under. Set `--mark-bg` to the field it lies on. */
export function Logo({ size = 48, className }: { size?: number | string; className?: string }) {
  return (
    <svg
      className={className ? `k-logo ${className}` : 'k-logo'}
      viewBox="0 0 48 48"
      style={{ width: size, height: size }}
      aria-hidden="true"
    >
      <rect x="10" y="1" width="10" height="46" rx="2" fill={upright} />
      <rect x="28" y="1" width="10" height="46" rx="2" fill={upright} />
      <rect x="1" y="10" width="46" height="10" rx="2" fill={ground} />
      <rect x="1" y="28" width="46" height="10" rx="2" fill={ground} />
      <rect x="1" y="11" width="46" height="8" rx="2" fill="var(--mark-h, #A3C6DD)" />
      <rect x="1" y="29" width="46" height="8" rx="2" fill="var(--mark-k, #FFC233)" />
      <rect x="9" y="9" width="12" height="12" fill={ground} />
      <rect x="10" y="8" width="10" height="14" fill={upright} />
      <rect x="27" y="27" width="12" height="12" fill={ground} />
      <rect x="28" y="26" width="10" height="14" fill={upright} />
    </svg>
  )
}
