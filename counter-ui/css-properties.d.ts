import 'react'

declare module 'react' {
  interface CSSProperties {
    /** How far a bar of the pace is filled. */
    '--full'?: string
  }
}
