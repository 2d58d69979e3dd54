import { useEffect, useRef, useState } from 'react'
import type { VisitorTicketWire } from '../server/contract/api.ts'
import { createApi, isRefused } from '../ui-kit/api.ts'
import { Button } from '../ui-kit/button.tsx'
import type { IconName } from '../ui-kit/icon.tsx'
import { labelText } from '../ui-kit/number.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { VisitorKey } from './messages.ts'
import { actionsOf, type Scene } from './scene.ts'

type Action = VisitorTicketWire['can'][number]
type Sure = Extract<Action, 'later' | 'cancel'>

const icons: Record<Action, IconName> = {
  accept: 'check',
  here: 'signpost',
  'on-my-way': 'person-walk',
  later: 'clock-clockwise',
  cancel: 'x-circle',
}
/** What cannot be taken back is asked twice. */
const isSure = (action: Action): action is Sure => action === 'later' || action === 'cancel'

/** When the hall has done this to the number, what the visitor did before is no longer news. */
const actedOn: readonly VisitorTicketWire['state'][] = ['called', 'serving', 'held', 'missed']

const api = createApi()

interface Props {
  ticket: VisitorTicketWire
  scene: Scene
  connected: boolean
}

/** What the hub lets this visitor do now (R5.12), and what came of it. */
export function Actions({ ticket, scene, connected }: Props) {
  const { t, pick } = useMessages<VisitorKey>()
  const [asking, setAsking] = useState<Sure | null>(null)
  const [sending, setSending] = useState(false)
  const [result, setResult] = useState('')
  /** Said once a call; another call asks anew. */
  const [onMyWay, setOnMyWay] = useState(false)
  const { main, others } = actionsOf(scene, ticket.can)

  const standing = actedOn.includes(ticket.state) ? `${ticket.state} ${ticket.calls} ${ticket.calledAt}` : null
  useEffect(() => {
    if (standing === null) return
    setResult('')
    setOnMyWay(false)
  }, [standing])

  const send = async (action: Action) => {
    setAsking(null)
    setSending(true)
    setResult('')
    const path = `/api/tickets/${encodeURIComponent(ticket.publicCode)}`
    try {
      const answer =
        action === 'accept' ? await api.command(`${path}/accept`) : await api.command(`${path}/visitor`, { action })
      if (isRefused(answer)) return setResult(pick(answer.refusal.message))
      if (action === 'on-my-way') setOnMyWay(true)
      setResult(t(`done.${action}`, { n: ticket.returnAfter }))
    } catch {
      setResult(t('act.failed'))
    } finally {
      setSending(false)
    }
  }
  const press = (action: Action) => (isSure(action) ? setAsking(action) : void send(action))
  const buttons = [...(main ? [main] : []), ...others]
  if (buttons.length === 0)
    return (
      <p className="acts-result acts-result-alone" role="status">
        {result}
      </p>
    )

  return (
    <section className="acts">
      {asking ? (
        <Question
          action={asking}
          label={labelText(ticket.label)}
          returnAfter={ticket.returnAfter}
          onAgree={() => void send(asking)}
          onBack={() => setAsking(null)}
        />
      ) : (
        buttons.map((action) => (
          <Button
            key={action}
            main={action === main}
            icon={icons[action]}
            disabled={!connected || sending || (action === 'on-my-way' && onMyWay)}
            onClick={() => press(action)}
          >
            {t(`act.${action}`)}
          </Button>
        ))
      )}
      <p className="acts-result" role="status">
        {result}
      </p>
    </section>
  )
}

function Question({
  action,
  label,
  returnAfter,
  onAgree,
  onBack,
}: {
  action: Sure
  label: string
  returnAfter: number
  onAgree: () => void
  onBack: () => void
}) {
  const { t } = useMessages<VisitorKey>()
  const box = useRef<HTMLFieldSetElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <fieldset
      className="sure"
      ref={box}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onBack()
      }}
    >
      <legend>{t(`sure.${action}`, { label, n: returnAfter })}</legend>
      <Button main onClick={onAgree}>
        {t(`sure.${action}.do`, { label })}
      </Button>
      <Button onClick={onBack}>{t('sure.back')}</Button>
    </fieldset>
  )
}
