/** What one press asks of the hub. */
export interface Press {
  readonly path: string
  readonly body?: object
}

export interface TransferTo {
  readonly to: { service: string } | { booth: string } | { counter: number }
  readonly position: 'keep' | 'end' | 'front'
  readonly returnHere: boolean
  readonly reason: string
}

export interface Holding {
  readonly reason: string
  /** Requirements that are missing, by position. */
  readonly missing: readonly number[]
  readonly returnAt: number | null
  readonly keepUntil: number | null
}

export interface WalkIn {
  readonly service: string
  readonly priority: boolean
  readonly items: number
  /** R6.3: why all the same; empty where nothing refuses. */
  readonly override: string
}

const counter = (number: number, verb: string, body?: object): Press => asked(`/api/counters/${number}/${verb}`, body)
const ticket = (id: string, verb: string, body?: object): Press =>
  asked(`/api/tickets/${encodeURIComponent(id)}/${verb}`, body)
const asked = (path: string, body?: object): Press => (body ? { path, body } : { path })

/** An instant of the hall's clock as the wire carries it. */
const iso = (at: number) => new Date(at).toISOString()

export const presses = {
  open: (number: number) => counter(number, 'open'),
  close: (number: number, confirm: boolean) => counter(number, 'close', confirm ? { confirm } : undefined),
  pause: (number: number, reason: string, until: number | null) =>
    counter(number, 'break', { reason, ...(until === null ? {} : { until: iso(until) }) }),
  callNext: (number: number) => counter(number, 'call-next'),
  call: (number: number, id: string, reason: string) => counter(number, 'call', { ticket: id, reason }),
  recall: (id: string) => ticket(id, 'recall'),
  start: (id: string) => ticket(id, 'start'),
  finish: (id: string, next: boolean, outcome: string | null = null) =>
    ticket(id, 'finish', next || outcome ? { ...(next ? { next } : {}), ...(outcome ? { outcome } : {}) } : undefined),
  hold: (id: string, { reason, missing, returnAt, keepUntil }: Holding) =>
    ticket(id, 'hold', {
      reason,
      ...(missing.length === 0 ? {} : { missing }),
      ...(returnAt === null ? {} : { returnAt: iso(returnAt) }),
      ...(keepUntil === null ? {} : { keepUntil: iso(keepUntil) }),
    }),
  resume: (id: string, number: number) => ticket(id, 'resume', { counter: number }),
  transfer: (id: string, { to, position, returnHere, reason }: TransferTo) =>
    ticket(id, 'transfer', { ...to, position, ...(returnHere ? { returnHere } : {}), ...(reason ? { reason } : {}) }),
  miss: (id: string) => ticket(id, 'miss'),
  noShow: (id: string) => ticket(id, 'no-show'),
  comeBack: (id: string, reason = '') => ticket(id, 'return', reason ? { reason } : undefined),
  handOver: (id: string, number: number) => ticket(id, 'hand-over', { counter: number }),
  note: (id: string, text: string) => ticket(id, 'notes', { text }),
  requeue: (id: string) => ticket(id, 'requeue'),
  cancel: (id: string, reason: string) => ticket(id, 'cancel', reason ? { reason } : undefined),
  addService: (id: string, service: string) => ticket(id, 'services', { service }),
  setPriority: (id: string, priority: boolean) => ticket(id, 'priority', { priority }),
  undo: (id: string) => ticket(id, 'undo'),
  walkIn: (number: number, { service, priority, items, override }: WalkIn) =>
    counter(number, 'walk-in', {
      service,
      ...(priority ? { priority } : {}),
      ...(items > 1 ? { items } : {}),
      ...(override ? { override } : {}),
    }),
  enterPaper: (service: string, number: number) => asked('/api/tickets/paper', { service, number }),
  missingSlip: (id: string, kiosk: string) => ticket(id, 'missing-slip', { kiosk }),
}
