/** Named places in one module's page that another module's piece fills, so that the two need not know each other. */
import { createContext, lazy, Suspense, use, useMemo, type ComponentType, type ReactNode } from 'react'
import { useSession } from './frame/session-context.tsx'
import type { Lazy, SlotPiece } from './pages.ts'

const PiecesContext = createContext<readonly SlotPiece[]>([])

export function SlotsProvider({ pieces, children }: { pieces: readonly SlotPiece[]; children: ReactNode }) {
  return <PiecesContext value={pieces}>{children}</PiecesContext>
}

/** Shows every piece registered for the slot that the person may see; the props go to each of them. */
export function Slot<Props extends object>({ name, props }: { name: string; props: Props }) {
  const pieces = use(PiecesContext)
  const { may } = useSession()
  const shown = useMemo(() => pieces.filter(piece => piece.slot === name).toSorted((a, b) => a.order - b.order), [pieces, name])
  return (
    <>
      {shown.filter(piece => may(piece.permission)).map((piece, at) => <Piece key={at} piece={piece} props={props} />)}
    </>
  )
}

const drawn = new WeakMap<SlotPiece, ComponentType>()

function Piece({ piece, props }: { piece: SlotPiece; props: object }) {
  const Drawn = drawn.get(piece) ?? lazy(piece.load as unknown as Lazy)
  drawn.set(piece, Drawn)
  return <Suspense fallback={null}><Drawn {...props} /></Suspense>
}
