import { useCallback, useEffect, useRef, useState } from 'react'
import type { DeskTicketWire } from '../../server/contract/desk.ts'
import { labelText } from '../../ui-kit/number.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { type DeskService, prefixOf, useDesk } from '../desk-context.ts'
import { DialogFrame } from '../dialog-frame.tsx'
import type { DeskKey } from '../messages.ts'
import { ServiceList } from '../service-list.tsx'

interface Props {
  title: string
  label: string
  hint: string
  ticket: DeskTicketWire
  /** Only services whose numbers are of the same series. */
  sameLine: boolean
  submit: string
  onSubmit: (service: string) => Promise<string | null>
  onClose: () => void
}

/** Which service it should be instead, or as well. */
export function ServiceDialog({ title, label, hint, ticket, sameLine, submit, onSubmit, onClose }: Props) {
  const { pick } = useMessages<DeskKey>()
  const { facts } = useDesk()
  const [service, setService] = useState<DeskService | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const prefix = prefixOf(facts, ticket.service)
  const among = useCallback(
    (one: DeskService) => one.code !== ticket.service && (!sameLine || prefixOf(facts, one.code) === prefix),
    [facts, prefix, sameLine, ticket.service],
  )
  useEffect(() => field.current?.focus(), [])

  return (
    <DialogFrame
      title={`${title}, ${labelText(label)}`}
      submit={service ? `${submit}: ${pick(service.name)}` : submit}
      able={service !== null}
      onSubmit={async () => (service ? onSubmit(service.code) : null)}
      onClose={onClose}
    >
      <p className="quiet">{hint}</p>
      <ServiceList label={title} chosen={service?.code ?? null} among={among} field={field} onChoose={setService} />
    </DialogFrame>
  )
}
