import type { ReactNode } from 'react'
import { Icon } from '../ui-kit/icon.tsx'
import { type PictureName, pictures } from './pictures.ts'

interface Props {
  href: string
  picture: PictureName
  title: string
  text: string
  /** Further ways in: other kiosks, other zones. */
  children?: ReactNode
}

/** A screen of the building: what it looks like, what it is for, and the way to it. */
export function ScreenCard({ href, picture, title, text, children }: Props) {
  const { src, width, height } = pictures[picture]
  return (
    <li className="card">
      <a href={href}>
        <span className="card-field">
          <img src={src} width={width} height={height} alt="" className={picture === 'paper' ? 'paper' : undefined} />
        </span>
        <h3>
          {title}
          <Icon name="arrow-right" />
        </h3>
      </a>
      <p className="card-text">{text}</p>
      {children}
    </li>
  )
}
