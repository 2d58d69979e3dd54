const told = [
  'not-connected',
  'no-device',
  'no-permission',
  'driver-not-installed',
  'paper-out',
  'cover-open',
  'cutter-error',
  'error',
  'offline',
  'cut-off',
  'stalled',
  'no-answer',
  'interrupted',
] as const

/** Why a slip failed, as the spool names it, in words. */
export const reasonWords = (reason: string) => `printer.why.${told.find((one) => one === reason) ?? 'other'}` as const
