import { KeysField } from '../keypads/keys-field.tsx'
import { MediaFileField } from '../media/file-field.tsx'
import { LogoField } from '../slip/logo-field.tsx'
import { VoiceField } from '../voice/voice-field.tsx'
import { ChecksField, ChoiceField, ManyField } from './choice-fields.tsx'
import type { Field } from './field.ts'
import { GroupField, RowsField, WordsListField } from './list-fields.tsx'
import { PlaceField } from './place-field.tsx'
import {
  DateField,
  FlagField,
  LineField,
  NumberField,
  ParagraphField,
  TagsField,
  TimeField,
  WordsField,
} from './simple-fields.tsx'
import { ScopeField, StepsField, TiersField } from './special-fields.tsx'
import { WeeklyField } from './weekly-field.tsx'

/** Any field, by its kind. `at` is its path from the entry down. */
export function FieldView({ field, at, value }: { field: Field; at: string; value: unknown }) {
  const props = { at, value }
  switch (field.kind) {
    case 'line':
    case 'code':
      return <LineField field={field} {...props} />
    case 'paragraph':
      return <ParagraphField field={field} {...props} />
    case 'number':
      return <NumberField field={field} {...props} />
    case 'date':
      return <DateField field={field} {...props} />
    case 'time':
      return <TimeField field={field} {...props} />
    case 'flag':
      return <FlagField field={field} {...props} />
    case 'words':
      return <WordsField field={field} {...props} />
    case 'tags':
      return <TagsField field={field} {...props} />
    case 'weekly':
      return <WeeklyField field={field} {...props} />
    case 'words-list':
      return <WordsListField field={field} {...props} />
    case 'choice':
      return <ChoiceField field={field} {...props} />
    case 'checks':
      return <ChecksField field={field} {...props} />
    case 'many':
      return <ManyField field={field} {...props} />
    case 'group':
      return <GroupField field={field} {...props} />
    case 'rows':
      return <RowsField field={field} {...props} />
    case 'logo':
      return <LogoField field={field} {...props} />
    case 'media-file':
      return <MediaFileField field={field} {...props} />
    case 'voice':
      return <VoiceField field={field} {...props} />
    case 'place':
      return <PlaceField field={field} {...props} />
    case 'tiers':
      return <TiersField field={field} {...props} />
    case 'steps':
      return <StepsField field={field} {...props} />
    case 'after':
      return null
    case 'scope':
      return <ScopeField field={field} {...props} />
    case 'keys':
      return <KeysField field={field} {...props} />
  }
}
