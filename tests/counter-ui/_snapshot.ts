import type { CounterSnapshot, LineRow } from '../../server/contract/live.ts'

type Ticket = NonNullable<CounterSnapshot['ticket']>

export const nine = Date.parse('2026-07-14T09:00:00+08:00')

export function row(label: string, more: Partial<LineRow> = {}): LineRow {
  return {
    id: `id-${label}`,
    label,
    service: 'DUKC-01',
    serviceName: { id: 'Perekaman KTP-el', en: 'Electronic ID card enrolment' },
    priority: false,
    since: nine,
    paused: false,
    returned: false,
    hold: null,
    items: 1,
    bookedAt: null,
    paper: false,
    ...more,
  }
}

export function ticket(state: 'called' | 'serving', more: Partial<Ticket> = {}): Ticket {
  return {
    id: 'id-D-041',
    label: 'D-041',
    serviceDay: '2026-07-14',
    service: 'DUKC-01',
    booth: 'DUKC',
    state,
    priority: false,
    locale: 'id',
    delivery: 'print',
    kiosk: 'K1',
    takenAt: '2026-07-14T09:00:00.000+08:00',
    queuedAt: '2026-07-14T09:00:00.000+08:00',
    calledAt: '2026-07-14T09:30:00.000+08:00',
    startedAt: null,
    calls: 1,
    counter: 5,
    legs: [],
    serviceName: { id: 'Perekaman KTP-el', en: 'Electronic ID card enrolment' },
    requirements: [],
    since: nine,
    onMyWay: false,
    notes: [],
    spoken: 'none',
    outcomes: [],
    outcomeRequired: false,
    items: 1,
    bookedAt: null,
    paper: false,
    steps: [],
    ...more,
  }
}

type More = Partial<Omit<CounterSnapshot, 'counter'>> & { counter?: Partial<CounterSnapshot['counter']> }

/** An open, free counter of Disdukcapil with nobody waiting, and what the test says instead. */
export function snapshot({ counter, ...more }: More = {}): CounterSnapshot {
  return {
    site: {
      name: { id: 'Mal Pelayanan Publik', en: 'Public Service Mall' },
      place: { id: 'Kabupaten Paser', en: 'Paser Regency' },
      short: 'MPP Paser',
      timeZone: 'Asia/Makassar',
      zoneAbbreviation: 'WITA',
    },
    standstill: { pause: null, closed: false, systems: [] },
    helps: [],
    counter: {
      number: 5,
      label: '2',
      booth: 'DUKC',
      sign: '02',
      agency: 'Disdukcapil',
      floor: 1,
      state: 'open',
      pending: null,
      pause: null,
      served: 0,
      serviceMs: null,
      waitMs: null,
      services: ['DUKC-01'],
      breaks: [],
      keypad: null,
      ...counter,
    },
    ticket: null,
    waiting: [],
    held: [],
    missed: [],
    away: [],
    gone: [],
    automatic: null,
    others: [],
    undo: null,
    rules: {
      callsAtMost: 3,
      recallSeconds: 20,
      undoSeconds: 10,
      returnAfter: 3,
      autoStartSeconds: 0,
      autoCallSeconds: 0,
    },
    ...more,
  }
}
