import type { FormEvent, ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../../ui-kit/button.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { useMessages } from '../../ui-kit/use-messages.ts'
import type { ConsoleKey } from '../messages/console.ts'

interface Props {
  title: string
  submit: string
  able?: boolean
  busy?: boolean
  fault?: string | null
  back?: string
  onSubmit: () => void
  onClose: () => void
  children?: ReactNode
}

/** A question over the page: Esc leaves, Enter does what the main button says. */
export function AskDialog({
  title,
  submit,
  able = true,
  busy = false,
  fault,
  back,
  onSubmit,
  onClose,
  children,
}: Props) {
  const { t } = useMessages<ConsoleKey>()
  const send = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (able && !busy) onSubmit()
  }
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && onClose()}>
      <Modal className="ask">
        <Dialog role="alertdialog">
          <form onSubmit={send}>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {children}
            <p className="f-problem" role="alert">
              {fault && (
                <>
                  <StatusShape state="action" />
                  {fault}
                </>
              )}
            </p>
            <footer>
              <Button onClick={onClose}>{back ?? t('ask.back')}</Button>
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
