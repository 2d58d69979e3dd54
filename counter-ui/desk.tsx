import { useCallback, useEffect, useState } from 'react'
import type { CounterAct } from '../server/contract/keypad.ts'
import type { CounterSnapshot } from '../server/contract/live.ts'
import type { Live, LiveState } from '../ui-kit/live.ts'
import { useMessages } from '../ui-kit/use-messages.ts'
import { CounterAlerts } from './alerts/counter-alerts.tsx'
import { counterName } from './counter-name.ts'
import { DeskDialog } from './desk-dialog.tsx'
import type { DialogRequest } from './dialog-request.ts'
import { Fault, Lost } from './fault.tsx'
import { FieldBlock } from './field-block.tsx'
import { HeaderBar } from './header-bar.tsx'
import { Hints } from './hints.tsx'
import { actionOf } from './keypad.ts'
import type { Language } from './language.ts'
import { Line } from './line.tsx'
import type { CounterKey } from './messages.ts'
import { Others } from './others.tsx'
import { type Press, presses } from './presses.ts'
import type { LineTab, RowAct } from './row-acts.ts'
import { type ActionName, isOffered, readStage } from './stage.ts'
import { TrainingStrip } from './training-strip.tsx'
import { useCommands } from './use-commands.ts'
import { useKeys, useLetters } from './use-keys.ts'

interface Props extends Language {
  live: Live<CounterSnapshot>
  state: LiveState<CounterSnapshot>
  snapshot: CounterSnapshot
  token: string | undefined
  onEnded: () => void
}

/** The officer's screen: one number, one big button, the line beside it. */
export function Desk({ live, state, snapshot, token, onEnded, locale, onLocale }: Props) {
  const messages = useMessages<CounterKey>()
  const { t, pick } = messages
  const { press, busy, api } = useCommands(live, token, onEnded)
  const [letters, setLetters] = useLetters()
  const [dialog, setDialog] = useState<DialogRequest | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const [tab, setTab] = useState<LineTab>('waiting')
  const [searching, setSearching] = useState(false)
  const [rowWanted, setRowWanted] = useState(0)

  const linked = state.link === 'connected'
  const stage = readStage(snapshot, linked)
  const { counter, ticket, undo } = snapshot

  useEffect(() => {
    const name = counterName(counter.label, counter.number, t)
    document.title = t('page.title-counter', { counter: name, agency: counter.agency })
  }, [counter.agency, counter.label, counter.number, t])

  /** Sends one press; true when it was done. A refusal is told to the officer in the screen's language. */
  const send = useCallback(
    async (asked: Press): Promise<boolean> => {
      const pressed = await press(asked)
      if (!pressed) return false
      if ('answer' in pressed) {
        setFault(null)
        return true
      }
      if ('refusal' in pressed && pressed.refusal.name === 'people-waiting') {
        setDialog({ kind: 'close', waiting: waitingOf(pressed.refusal.next) })
        return false
      }
      setFault('refusal' in pressed ? pick(pressed.refusal.message) : pressed.fault)
      return false
    },
    [press, pick],
  )

  const perform = (name: ActionName) => {
    if (name === 'help') return setDialog({ kind: 'help' })
    if (name === 'search') return setSearching(true)
    if (!linked) return
    if (name === 'break') return setDialog({ kind: 'break' })
    if (name === 'close') return void send(presses.close(counter.number, false))
    if (name === 'undo') return void (undo && send(presses.undo(undo.ticket)))
    if (!isOffered(stage, name)) return
    if (name === 'open') return void send(presses.open(counter.number))
    if (name === 'call-next') return void send(presses.callNext(counter.number))
    if (name === 'pick') return setDialog({ kind: 'call', row: null })
    if (name === 'resume') {
      setTab('held')
      return setRowWanted((count) => count + 1)
    }
    if (name === 'walk-in' || name === 'paper') return setDialog({ kind: name })
    if (ticket) performOn(ticket, name)
  }

  const performOn = (subject: NonNullable<typeof ticket>, name: ActionName) => {
    const { id, label } = subject
    switch (name) {
      case 'start':
        return void send(presses.start(id))
      case 'recall':
        return void send(presses.recall(id))
      case 'miss':
        return void send(presses.miss(id))
      case 'finish':
      case 'finish-next': {
        const next = name === 'finish-next'
        return subject.outcomes.length > 0
          ? setDialog({ kind: 'outcome', id, label, next })
          : void send(presses.finish(id, next))
      }
      case 'requeue':
        return void send(presses.requeue(id))
      case 'prioritise':
      case 'unprioritise':
        return void send(presses.setPriority(id, name === 'prioritise'))
      case 'hold':
      case 'papers':
        return setDialog({ kind: 'hold', id, label, papers: name === 'papers' })
      case 'transfer':
        return setDialog({
          kind: 'transfer',
          id,
          label,
          since: Date.parse(subject.queuedAt ?? subject.takenAt),
          atDesk: true,
        })
      case 'add-service':
      case 'hand-over':
      case 'note':
      case 'cancel':
        return setDialog({ kind: name, id, label })
      default:
        return
    }
  }

  const performRow = ({ name, row }: RowAct) => {
    const { id, label } = row
    switch (name) {
      case 'call':
        return setDialog({ kind: 'call', row })
      case 'resume':
        return void send(presses.resume(id, counter.number)).then((done) => done && setTab('waiting'))
      case 'return':
        return void send(presses.comeBack(id))
      case 'no-show':
        return void send(presses.noShow(id))
      case 'prioritise':
      case 'unprioritise':
        return void send(presses.setPriority(id, name === 'prioritise'))
      case 'transfer':
        return setDialog({ kind: 'transfer', id, label, since: row.since, atDesk: false })
      case 'restore':
      case 'cancel':
        return setDialog({ kind: name, id, label })
    }
  }

  const performOnPad = (act: CounterAct) => {
    if (act !== 'no-show') return perform(actionOf(act, stage))
    // Somebody who was called and is not there: missed, and given up at once.
    if (!linked || !ticket || !isOffered(stage, 'miss')) return
    void send(presses.miss(ticket.id)).then((done) => done && send(presses.noShow(ticket.id)))
  }

  useKeys({ field: stage.field, letters, perform, pad: counter.keypad?.keys ?? null, performOnPad })

  return (
    <div className="desk" data-linked={linked}>
      <TrainingStrip booth={counter.booth} token={token} />
      <HeaderBar
        live={live}
        state={state}
        snapshot={snapshot}
        onOpen={() => void send(presses.open(counter.number))}
        onBreak={() => perform('break')}
        onClose={() => perform('close')}
        locale={locale}
        onLocale={onLocale}
      />
      <main className="stage">
        <FieldBlock stage={stage} snapshot={snapshot} live={live} state={state} busy={busy} onAct={perform} />
        <Others others={snapshot.others} live={live} />
        <CounterAlerts snapshot={snapshot} token={token} linked={linked} />
        {state.link === 'lost' && <Lost since={state.lostSince ?? live.hallNow()} timeZone={snapshot.site.timeZone} />}
        {fault && <Fault text={fault} onDismiss={() => setFault(null)} />}
      </main>
      <Line
        snapshot={snapshot}
        stage={stage}
        live={live}
        linked={linked}
        tab={tab}
        onTab={setTab}
        rowWanted={rowWanted}
        searching={searching}
        onSearching={setSearching}
        onAct={performRow}
      />
      <Hints
        field={stage.field}
        letters={letters}
        keypad={counter.keypad}
        rules={snapshot.rules}
        onHelp={() => perform('help')}
      />
      <DeskDialog
        request={dialog}
        snapshot={snapshot}
        hallNow={live.hallNow}
        press={press}
        api={api}
        onFault={setFault}
        letters={letters}
        field={stage.field}
        onLetters={setLetters}
        onClose={() => setDialog(null)}
      />
    </div>
  )
}

const waitingOf = (next: unknown): number =>
  typeof next === 'object' && next !== null && 'waiting' in next ? Number(next.waiting) : 0
