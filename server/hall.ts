import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Catalogue } from './contract/catalogue.ts'
import type { Answer, Command, Outcome, Request } from './contract/commands.ts'
import type { Actor, EventDraft, HallEvent, HallTicket } from './contract/hall.ts'
import { dayToOpen, lapsingPrints, overdue } from './core/day.ts'
import { decide } from './core/decide.ts'
import { type Decision, refuse } from './core/decision.ts'
import { emptyHall, evolve, type Hall } from './core/hall.ts'
import type { Entry, Journal } from './journal.ts'

export interface HallPorts {
  readonly journal: Journal
  /** Epoch ms of the hall's clock. */
  readonly now: () => number
  /** A new time-ordered id. */
  readonly newId: () => string
  readonly log: { error(data: object, sentence: string): void }
}

/** What the hall tells, after it is durable and true: the events of one command, in order. */
export type Told = (events: readonly HallEvent[], hall: Hall) => void

type Result = { outcome: Outcome } | { mismatch: true }
type Pending = { entry: Entry; outcome: Outcome; resolve: (outcome: Outcome) => void }

export interface LiveHall {
  /** The told hall: the flushed prefix of the journal. Everything but the rules reads this one. */
  readonly told: Hall
  execute(request: Request): Promise<Result>
  /** A command of the hub itself; with a key it happens once, also over a restart. */
  byHub(command: Command, key?: string): Promise<Outcome>
  /** What time asks for (R8.4), as commands of the hub; resolves when all of it is told. */
  passTime(isClockTrusted?: boolean): Promise<void>
  /** Printed reservations that are past their time: the caller withdraws the job first, then lapses or delivers. */
  lapsingPrints(): HallTicket[]
  subscribe(listener: Told): () => void
  /** Resolves when everything accepted so far is durable. */
  settled(): Promise<void>
  /** Refuses everything from now on, and resolves when what was accepted is settled. */
  close(): Promise<void>
}

const hub: Actor = { role: 'hub', id: 'hub' }
const unavailable: Outcome = refuse('hall-unavailable')

/**
 * The live hall of a site. Commands are decided one after another against the *deciding* hall, which holds everything
 * accepted; their events become durable in batches (while one is being flushed the next gathers); and only then does the
 * *told* hall move and anybody hear of it. A failed flush refuses everything since and rebuilds both from the journal.
 */
export async function openHall({ journal, now, newId, log }: HallPorts): Promise<LiveHall> {
  let deciding = emptyHall()
  let told = emptyHall()
  let queue: Pending[] = []
  let flushing: Promise<void> | null = null
  const listeners = new Set<Told>()
  const keys = new Map<string, { fingerprint: string; outcome: Promise<Outcome> | null }>()

  let isBroken = false
  let isClosed = false
  let mayRollOver = true
  let checkedMinute = -1

  const rebuild = (events: readonly HallEvent[]) => {
    deciding = emptyHall()
    told = emptyHall()
    for (const event of events) {
      evolve(deciding, event)
      evolve(told, event)
    }
  }
  /** Both halls and the keys as the journal has them; a key in flight stays. */
  const restore = async () => {
    rebuild(await journal.readPresent())
    checkedMinute = -1
    await rememberKeys()
  }
  /** The journal forgets receipts after eight days; so do we. */
  const rememberKeys = async () => {
    const kept = await journal.readKeys()
    const present = new Set(kept.map(({ key }) => key))
    for (const [key, { outcome }] of keys) if (outcome === null && !present.has(key)) keys.delete(key)
    for (const { key, fingerprint } of kept) if (!keys.has(key)) keys.set(key, { fingerprint, outcome: null })
  }
  await restore()

  /** Decides in one turn of the event loop: two officers cannot get the same person, and no lock exists. */
  const accept = (
    command: Command,
    actor: Actor,
    device: string | null,
    receipt: Pick<Request, 'key' | 'fingerprint'>,
  ) => {
    if (isBroken || isClosed) return Promise.resolve(unavailable)
    const at = now()
    const decision: Decision = decide(deciding, command, { at, seq: deciding.lastSeq + 1, actor })
    const events = 'events' in decision ? written(decision.events, at, actor, device) : []
    for (const event of events) evolve(deciding, event)
    const outcome: Outcome = 'answer' in decision ? { answer: decision.answer } : decision
    const kept = receipt.key === null ? null : { key: receipt.key, fingerprint: receipt.fingerprint, outcome }
    return new Promise<Outcome>((resolve) => {
      queue.push({ entry: { events, receipt: kept, at }, outcome, resolve })
      flushing ??= flush()
    })
  }

  const written = (drafts: readonly EventDraft[], at: number, actor: Actor, device: string | null): HallEvent[] => {
    const command = newId()
    return drafts.map((draft, index) => ({
      ...draft,
      seq: deciding.lastSeq + 1 + index,
      id: newId(),
      at,
      command,
      actor: actor.id,
      device,
    }))
  }

  const flush = async (): Promise<void> => {
    while (queue.length > 0) {
      await nextTurn() // lets every request that has come meanwhile share this flush
      const batch = queue
      queue = []
      const entries = batch.map(({ entry }) => entry).filter(({ events, receipt }) => events.length > 0 || receipt)
      try {
        if (entries.length > 0) await journal.append(entries) //       first it is durable,
      } catch (error) {
        log.error({ err: error, commands: batch.length }, 'the journal could not be written; refusing everything since')
        isBroken = true
        forget([...batch, ...queue.splice(0)])
        void untilDone(restore, () => isClosed, log).then(() => {
          isBroken = false
        })
        break
      }
      for (const { entry, outcome, resolve } of batch) {
        for (const event of entry.events) evolve(told, event) //      then it is true,
        if (entry.events.length > 0) tell(entry.events) //             and only then is anyone told.
        resolve(outcome)
      }
    }
    flushing = null
  }

  const tell = (events: readonly HallEvent[]) => {
    for (const listener of listeners) {
      try {
        listener(events, told)
      } catch (error) {
        log.error({ err: error }, 'a listener of the hall failed')
      }
    }
  }

  const forget = (refused: readonly Pending[]) => {
    for (const { resolve } of refused) resolve(unavailable)
  }

  const execute = async (request: Request): Promise<Result> => {
    const { key, fingerprint } = request
    const known = key === null ? undefined : keys.get(key)
    if (key !== null && known) {
      if (known.fingerprint !== fingerprint) return { mismatch: true }
      return { outcome: (await (known.outcome ?? journal.readOutcome(key))) ?? unavailable }
    }
    void rollOverWhenDue()
    const outcome = accept(request.command, request.actor, request.device, request)
    if (key !== null) keys.set(key, { fingerprint, outcome })
    const result = await outcome
    // The answer itself is kept by the journal; here only its key is.
    if (key !== null && result !== unavailable) keys.set(key, { fingerprint, outcome: null })
    if (key !== null && result === unavailable) keys.delete(key)
    return { outcome: result }
  }

  const acceptOwn = (command: Command) => accept(command, hub, null, { key: null, fingerprint: '' })

  /** R2.2, R8.4: no command of a new day is decided in the old one. Midnight falls on a minute, so a look a minute is enough. */
  const rollOverWhenDue = (): Promise<Outcome>[] => {
    const minute = Math.floor(now() / 60_000)
    if (isBroken || !mayRollOver || minute === checkedMinute || !deciding.catalogue) return []
    checkedMinute = minute
    const day = dayToOpen(deciding, now())
    return day === null ? [] : [acceptOwn({ verb: 'close-day' }), acceptOwn({ verb: 'open-day', day })]
  }

  const settled = async () => {
    while (flushing !== null) await flushing
  }

  return {
    get told() {
      return told
    },
    execute,
    byHub: async (command, key) => {
      const result = await execute({ command, actor: hub, device: null, key: key ?? null, fingerprint: command.verb })
      if ('mismatch' in result) throw new Error(`the key ${key} was used for another command of the hub`)
      return result.outcome
    },
    passTime: async (isClockTrusted = true) => {
      if (!deciding.catalogue) return
      mayRollOver = isClockTrusted
      const { day } = deciding
      const done = overdue(deciding, now()).map(({ command }) => acceptOwn(command))
      await Promise.all([...done, ...rollOverWhenDue()])
      if (deciding.day !== day) await rememberKeys()
    },
    lapsingPrints: () => lapsingPrints(told, now()),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settled,
    close: () => {
      isClosed = true
      return settled()
    },
  }
}

/** The building of a hall that has been configured. */
export function catalogueOfHall({ told }: LiveHall): Catalogue {
  if (!told.catalogue) throw new Error('the hall has no building yet')
  return told.catalogue
}

/** R3.24: a withdrawn job lets its number lapse; one that may be out on paper is delivered. */
export const lapsingDelivery = (fate: 'withdrawn' | 'too-late', ticket: string): Command =>
  fate === 'withdrawn' ? { verb: 'lapse', ticket } : { verb: 'deliver', ticket }

/** A disk that cannot be read either is tried again until it can: without the journal the hall knows nothing. */
async function untilDone(restore: () => Promise<void>, isClosed: () => boolean, log: HallPorts['log']): Promise<void> {
  while (!isClosed()) {
    try {
      return await restore()
    } catch (error) {
      log.error({ err: error }, 'the journal could not be read; trying again in a second')
      // A hub that closes meanwhile does not wait for it.
      await new Promise((resolve) => setTimeout(resolve, 1000).unref())
    }
  }
}

/** The answer of an outcome that must not fail, as commands of the hub are. */
export function answerOf(outcome: Outcome): Answer {
  if ('answer' in outcome) return outcome.answer
  throw new Error(`the hall refused: ${JSON.stringify(outcome)}`)
}
