import { useMessages } from '../../ui-kit/use-messages.ts'
import { ProblemText } from '../forms/field-frame.tsx'
import type { ConsoleKey } from '../messages/console.ts'
import type { useUpload } from './use-upload.ts'

const accepted = 'image/png,image/jpeg,image/webp,video/mp4,video/webm'

/** Chooses a file of this computer and sends it. */
export function UploadButton({ upload, sending, fault }: ReturnType<typeof useUpload>) {
  const { t } = useMessages<ConsoleKey>()
  return (
    <div className="media-upload">
      <label className="file k-button">
        <input
          type="file"
          accept={accepted}
          disabled={sending !== null}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            target.value = ''
            if (file) void upload(file)
          }}
        />
        {t('media.upload')}
      </label>
      <p role="status">{sending !== null && t('media.uploading', { name: sending })}</p>
      <div role="alert">
        <ProblemText problem={fault} />
      </div>
    </div>
  )
}
