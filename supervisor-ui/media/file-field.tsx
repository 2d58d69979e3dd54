import { mediaUrl } from '../../server/contract/media.ts'
import type { MediaAnswer, MediaFile } from '../../server/contract/site-media.ts'
import { useMessages } from '../../ui-kit/use-messages.ts'
import { useAnswer } from '../console/use-answer.ts'
import type { FieldOf } from '../forms/field.ts'
import { FieldFrame } from '../forms/field-frame.tsx'
import { useForm } from '../forms/form-context.ts'
import type { FieldProps } from '../forms/simple-fields.tsx'
import type { ConsoleKey } from '../messages/console.ts'
import { UploadButton } from './upload-button.tsx'
import { useUpload } from './use-upload.ts'
import './media.css'

/** One file of the media shelf: chosen from it, or put on it here and now. Nothing for an item of words. */
export function MediaFileField({ field, at, value }: FieldProps<FieldOf<'media-file'>>) {
  const { entry, change, problemAt, isReadOnly } = useForm()
  const { t } = useMessages<ConsoleKey>()
  const { answer, again } = useAnswer<MediaAnswer>('/api/media')
  const uploading = useUpload((file) => {
    void again()
    change('kind', file.kind)
    change(at, file.name)
  })
  if (entry.kind === 'text') return null
  const files = answer?.files.filter(({ kind }) => kind === entry.kind) ?? []
  const chosen = typeof value === 'string' ? value : ''
  return (
    <div className="media-choice">
      <FieldFrame field={{ ...field, optional: false }} problem={problemAt(at)}>
        {(ties) => (
          <select
            {...ties}
            value={chosen}
            disabled={isReadOnly(at)}
            onChange={({ target }) => change(at, target.value || undefined)}
          >
            <option value="">{t('form.choose')}</option>
            {chosen !== '' && !files.some(({ name }) => name === chosen) && <option value={chosen}>{chosen}</option>}
            {files.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      {!isReadOnly(at) && <UploadButton {...uploading} />}
      {chosen !== '' && entry.kind !== undefined && <Preview kind={entry.kind as MediaFile['kind']} name={chosen} />}
    </div>
  )
}

/** The file as displays show it, small. */
export function Preview({ kind, name }: Pick<MediaFile, 'kind' | 'name'>) {
  return kind === 'video' ? (
    <video className="media-preview" src={mediaUrl(name)} muted playsInline preload="metadata" />
  ) : (
    <img className="media-preview" src={mediaUrl(name)} alt="" loading="lazy" />
  )
}
