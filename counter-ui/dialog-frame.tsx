import type { FormEvent, ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Icon } from '../ui-kit/icon.tsx'
import { TicketNumber } from '../ui-kit/number.tsx'
import { StatusShape } from '../ui-kit/status.tsx'
import { useMessages } from '../ui-kit/use-messages.ts'
import { KeyCap } from './key-cap.tsx'
import type { CounterKey } from './messages.ts'

interface Props {
  title: string
  /** The number it is about. */
  label?: string
  /** What the main button says and whether it can be pressed. */
  submit: string
  able?: boolean
  busy?: boolean
  /** The word for leaving without doing anything; none where the main button is that. */
  back?: string | null
  fault?: string | null
  wide?: boolean
  alert?: boolean
  /** Begin at the main button, where nothing is to be filled in. */
  focusSubmit?: boolean
  onSubmit: () => void
  onClose: () => void
  children: ReactNode
}

/** A question over the desk: Esc leaves, Enter does what the main button says. */
export function DialogFrame(props: Props) {
  const {
    title,
    label,
    submit,
    able = true,
    busy = false,
    fault,
    wide = false,
    alert = false,
    focusSubmit = false,
    onSubmit,
    onClose,
  } = props
  const { t } = useMessages<CounterKey>()
  const back = props.back === undefined ? t('dialog.back') : props.back
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (able && !busy) onSubmit()
  }
  return (
    <ModalOverlay className="veil" isOpen onOpenChange={(open) => !open && onClose()} isDismissable={!alert}>
      <Modal className={wide ? 'frame frame-wide' : 'frame'}>
        <Dialog role={alert ? 'alertdialog' : 'dialog'} className="frame-dialog">
          <form onSubmit={send}>
            <header>
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              {label && <TicketNumber label={label} />}
              <button type="button" className="frame-close" aria-label={t('dialog.close')} onClick={onClose}>
                <Icon name="x" />
              </button>
            </header>
            {props.children}
            <footer>
              <p className="frame-fault" role="alert">
                {fault && (
                  <>
                    <StatusShape state="action" />
                    {fault}
                  </>
                )}
              </p>
              {back !== null && (
                <button type="button" className="act" onClick={onClose}>
                  {back}
                  <kbd>Esc</kbd>
                </button>
              )}
              <button
                type="submit"
                className="act act-main"
                aria-disabled={!able || busy}
                // biome-ignore lint/a11y/noAutofocus: a dialog just opened on request begins at its question
                autoFocus={focusSubmit}
              >
                {submit}
                <KeyCap name="Enter" />
              </button>
            </footer>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
