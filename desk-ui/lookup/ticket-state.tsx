import type { TicketWire } from '../../server/contract/api.ts'
import { Status, type StatusState } from '../../ui-kit/status.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { DeskKey } from '../messages.ts'

const shapes: Readonly<Record<TicketWire['state'], StatusState>> = {
  planned: 'not-yet',
  reserved: 'not-yet',
  waiting: 'waiting',
  called: 'called',
  serving: 'serving',
  held: 'held',
  missed: 'missed',
  done: 'open',
  transferred: 'closed',
  cancelled: 'closed',
  'no-show': 'missed',
  expired: 'closed',
  void: 'full',
}

/** The state of a number as shape and word. */
export function TicketState({ state }: { state: TicketWire['state'] }) {
  const { t } = useMessages<DeskKey>()
  return <Status state={shapes[state]}>{t(`state.${state}`)}</Status>
}
