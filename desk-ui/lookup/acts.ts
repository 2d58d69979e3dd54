import type { DeskTicketWire } from '../../server/contract/desk.ts'

/** What can be done for the holder of a number, in the order of the buttons; the first is the main one. */
export const acts = [
  'reprint',
  'missing-slip',
  'deliver',
  'restore',
  'return',
  'priority',
  'change-service',
  'transfer',
  'services',
  'cancel',
] as const
export type Act = (typeof acts)[number]

const ofState: Readonly<Record<string, readonly Act[]>> = {
  reserved: ['reprint', 'deliver', 'priority', 'cancel'],
  void: ['reprint', 'deliver'],
  waiting: ['reprint', 'priority', 'change-service', 'transfer', 'services', 'cancel'],
  called: ['reprint'],
  serving: ['reprint'],
  held: ['reprint', 'missing-slip', 'return', 'priority', 'transfer', 'cancel'],
  missed: ['reprint', 'return', 'priority', 'transfer', 'cancel'],
  'no-show': ['restore'],
}

/** The acts that the state of a number leaves open; the hub has the last word on each. */
export function actsOf({ state, hold }: Pick<DeskTicketWire, 'state' | 'hold'>): readonly Act[] {
  const open = ofState[state] ?? []
  return open.filter((act) => act !== 'missing-slip' || (hold?.missing.length ?? 0) > 0)
}
