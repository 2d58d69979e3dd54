import { useId, useState } from 'react'
import type { MediaAnswer, MediaFile } from '../../server/contract/site-media.ts'
import { Icon } from '../../ui-kit/icon.tsx'
import { StatusShape } from '../../ui-kit/status.tsx'
import { numberText } from '../../ui-kit/time-text.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useConsole } from '../console/console-context.ts'
import { useAnswer } from '../console/use-answer.ts'
import { faultOf } from '../console/use-saving.ts'
import type { ConsoleKey } from '../messages/console.ts'
import { Preview } from './file-field.tsx'
import { UploadButton } from './upload-button.tsx'
import { useUpload } from './use-upload.ts'
import './media.css'

/** Every file of the displays, who shows it, and what is left out and why. */
export function MediaShelf() {
  const { api, site, editable, notify } = useConsole()
  const { t } = useMessages<ConsoleKey>()
  const id = useId()
  const { answer, again } = useAnswer<MediaAnswer>('/api/media')
  const [fault, setFault] = useState<string | null>(null)
  const uploading = useUpload(() => void again())
  if (!answer) return null
  const remove = async ({ name, title }: MediaFile) => {
    setFault(null)
    try {
      await api.remove(`/api/media/${name}`)
      notify({ text: t('media.removed', { name: title }) })
      await again()
    } catch (error) {
      setFault(t(faultOf(error)))
    }
  }
  const usersOf = (name: string) => site.playlist.filter(({ file }) => file === name).map(({ code }) => code)
  return (
    <section className="media-shelf card" aria-labelledby={id}>
      <h2 id={id}>{t('media.shelf')}</h2>
      <p>{t('media.shelf-about')}</p>
      <Failing failing={answer.failing} />
      {editable.all && <UploadButton {...uploading} />}
      <p role="alert" className="f-problem">
        {fault}
      </p>
      {answer.files.length === 0 && <p>{t('media.empty')}</p>}
      <ul>
        {answer.files.map((file) => (
          <ShelfRow key={file.name} file={file} users={usersOf(file.name)} onRemove={() => void remove(file)} />
        ))}
      </ul>
    </section>
  )
}

function ShelfRow({ file, users, onRemove }: { file: MediaFile; users: readonly string[]; onRemove: () => void }) {
  const { editable } = useConsole()
  const { t, locale } = useMessages<ConsoleKey>()
  return (
    <li>
      <Preview kind={file.kind} name={file.name} />
      <div>
        <b>{file.title}</b>
        <small>{`${t(`media-kind.${file.kind}`)}, ${numberText(file.bytes / 1_048_576, locale, 1)} MB`}</small>
        <small>{users.length === 0 ? t('media.unused') : t('media.used-by', { items: users.join(', ') })}</small>
      </div>
      {editable.all && users.length === 0 && (
        <button type="button" className="small" aria-label={t('media.remove', { name: file.title })} onClick={onRemove}>
          <Icon name="x" />
        </button>
      )}
    </li>
  )
}

function Failing({ failing }: Pick<MediaAnswer, 'failing'>) {
  const { site } = useConsole()
  const { t, pick } = useMessages<ConsoleKey>()
  if (failing.length === 0) return null
  const nameOf = (zone: string | null) => {
    const found = site.zones.find(({ code }) => code === zone)
    return found ? pick(found.name) : String(zone)
  }
  return (
    <div className="media-failing" role="status">
      <h3 className="bad">
        <StatusShape state="action" />
        {t('media.failing')}
      </h3>
      <ul>
        {failing.map(({ item, zone, why }) => (
          <li key={`${item} ${zone}`}>{t(`media.${why}`, { item, zone: nameOf(zone) })}</li>
        ))}
      </ul>
    </div>
  )
}
