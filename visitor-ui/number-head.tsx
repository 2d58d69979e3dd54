import { Plate } from '../ui-kit/plate.tsx'
import { Status } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { VisitorKey } from './messages.ts'
import { numberSize } from './number-size.ts'

interface Props {
  label: string
  agency: string
  service: string
  /** R4.11: the visitor's own page shows the diamond; other people's never do. */
  priority: boolean
  /** Applications on this number. */
  items: number
}

/** The number on its plate, and what it is for. */
export function NumberHead({ label, agency, service, priority, items }: Props) {
  const { t } = useMessages<VisitorKey>()
  return (
    <section className="number">
      <h1 style={{ fontSize: numberSize(label, 116, 5.9) }}>
        <Plate label={label} />
      </h1>
      <p>
        <b className="agency">{agency}</b>
        <span>{service}</span>
        {items > 1 && <span>{t('number.items', { n: items })}</span>}
      </p>
      {priority && <Status state="priority" className="mine" />}
    </section>
  )
}
