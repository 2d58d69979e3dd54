import { type FormEvent, type ReactNode, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../ui-kit/button.tsx'
import { Icon } from '../ui-kit/icon.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import type { DeskKey } from './messages.ts'

interface Props {
  title: string
  submit: string
  able: boolean
  /** Gives why it did not happen, or null when it did. */
  onSubmit: () => Promise<string | null>
  onClose: () => void
  children: ReactNode
}

/** A question over the desk: Esc leaves, Enter does what the main button says. */
export function DialogFrame({ title, submit, able, onSubmit, onClose, children }: Props) {
  const { t } = useMessages<DeskKey>()
  const [fault, setFault] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!able || busy) return
    setBusy(true)
    const failure = await onSubmit()
    if (failure === null) return
    setFault(failure)
    setBusy(false)
  }
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(isOpen) => !isOpen && onClose()} isDismissable>
      <Modal className="frame">
        <Dialog className="frame-dialog">
          <form onSubmit={(event) => void send(event)}>
            <header>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <button type="button" className="frame-close" aria-label={t('close')} onClick={onClose}>
                <Icon name="x" />
              </button>
            </header>
            <div className="frame-body">{children}</div>
            <footer>
              <p className="frame-fault" role="alert">
                {fault !== null && (
                  <>
                    <StatusShape state="action" />
                    {fault}
                  </>
                )}
              </p>
              <Button onClick={onClose}>{t('back')}</Button>
              <Button main type="submit" disabled={!able || busy}>
                {submit}
              </Button>
            </footer>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
