import type { ReactNode } from 'react'

/** Drawings that stand beside a word, never alone. */
const drawings = {
  back: <path d="M19 12H5m7-7-7 7 7 7" />,
  call: <path d="M6 3h4l1.5 5-2.2 1.7a12 12 0 0 0 5 5L16 12.5l5 1.5v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z" />,
  speak: <path d="M4 9.5v5h3.5L12 19V5L7.5 9.5zM16 8.5a5 5 0 0 1 0 7M18.5 6a8.5 8.5 0 0 1 0 12" />,
  stop: <rect x="6" y="6" width="12" height="12" rx="1.5" />,
  today: <path d="M4 6h16v15H4zM4 10.5h16M8 3v5M16 3v5M9 15.5l2 2 4-4" />,
  late: <path d="M12 7v5l3.5 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z" />,
  tomorrow: <path d="M4 6h16v15H4zM4 10.5h16M8 3v5M16 3v5M9 15.5h6m-2.5-2.5 2.5 2.5-2.5 2.5" />,
  child: <path d="M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 21c0-4 3-7 7-7s7 3 7 7" />,
  write: <path d="M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3" />,
  met: <path d="M4.5 12.5l5 5 10-11" />,
  missed: <path d="M6 6l12 12M18 6 6 18" />,
  home: <path d="M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z" />,
  school: <path d="M3 21h18M5 21V9l7-5 7 5v12M10 21v-6h4v6M12 4V1.5h4v2h-4" />,
  phone: <path d="M8 2.5h8a1.5 1.5 0 0 1 1.5 1.5v16a1.5 1.5 0 0 1-1.5 1.5H8A1.5 1.5 0 0 1 6.5 20V4A1.5 1.5 0 0 1 8 2.5zM11 18.5h2" />,
  video: <path d="M3 7h12v10H3zM15 11l6-3.5v9L15 13" />,
  outing: <path d="M12 2.5 7 9h3l-4 5h4.5L6 19h12l-4.5-5H18l-4-5h3zM12 19v3" />,
  clock: <path d="M12 7v5l3.5 2M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z" />,
  photo: <path d="M4 7.5h4L10 5h4l2 2.5h4V19H4zM12 16.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z" />,
  box: <path d="M12 15V4m-4 4 4-4 4 4M4 14v6h16v-6" />,
  sent: <path d="M4.5 12.5l5 5 10-11" />,
  notice: <path d="M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.3" />,
  comment: <path d="M4 4.5h16v11.5h-8.5L7 20v-4H4zM8 8.7h8M8 12h5" />,
  shield: <path d="M12 2.5 4.5 5.5V11c0 5 3.2 8.6 7.5 10.5 4.3-1.9 7.5-5.5 7.5-10.5V5.5zM12 7.5v5M12 15.7v.3" />,
  more: <path d="M4 6.5h16M4 12h16M4 17.5h16" />,
  letters: <path d="M3 19 8 6l5 13M4.8 15h6.4M14.5 19l3-8 3 8M15.6 16.5h3.8" />,
  language: <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.5 2.5 3.5 5.5 3.5 9s-1 6.5-3.5 9c-2.5-2.5-3.5-5.5-3.5-9s1-6.5 3.5-9z" />,
  leave: <path d="M14 4H5v16h9M10 12h11m-4-4 4 4-4 4" />,
  lock: <path d="M5.5 11h13v9.5h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11" />,
  erase: <path d="M20 6H9l-6 6 6 6h11zM12 9.5l5 5M17 9.5l-5 5" />,
  eye: <path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z" />,
} satisfies Record<string, ReactNode>

/** Name of a drawing. */
export type IconName = keyof typeof drawings

/** A drawing; whoever listens hears the word beside it. */
export function Icon({ name }: { name: IconName }) {
  return <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{drawings[name]}</svg>
}

/** The flame that is handed on. */
export function Flame() {
  return (
    <svg className="flame" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path
        fill="#ffe3a8"
        d="M16.6 5c.5 3.4-1.2 5.3-3 7.3-1.9 2-3.9 4.2-3.9 7.5 0 4.1 2.9 7.2 6.5 7.2s6.3-2.9 6.3-6.6
          c0-2.3-.9-4.2-2.1-6-.3 1.4-.9 2.3-1.9 2.9.5-4.7-.5-8.9-1.9-12.3z"
      />
      <path fill="#c8102e" d="M16.3 24.8c-1.9 0-3.2-1.4-3.2-3.2 0-2.1 1.7-3.1 2.6-5.1 2 1.7 3.5 3.2 3.5 5.2 0 1.8-1.2 3.1-2.9 3.1z" />
    </svg>
  )
}
