import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Page, Sheet } from '#platform/ui/frame/Page.tsx'
import { UnitTree } from '#platform/ui/tree/UnitTree.tsx'
import { useAddress } from '#platform/ui/list/use-address.ts'
import { useSession } from '#platform/ui/frame/session-context.tsx'
import { useWords } from '#platform/ui/words.ts'
import { unitLoaders, UnitsChanged } from './api.ts'
import { ExchangeMenu } from './ExchangeMenu.tsx'
import { UnitCard } from './UnitCard.tsx'
import { words } from './words.ts'
import './units.css'

/** The tree of units with the chosen one beside it; the choice stands in the address. */
export default function UnitTreePage() {
  const texts = useWords(words)
  const { may } = useSession()
  const navigate = useNavigate()
  const { search, set } = useAddress()
  const [round, setRound] = useState(0)
  const chosen = typeof search['chosen'] === 'string' ? search['chosen'] : undefined
  return (
    <Page
      title={texts.units}
      lead={texts.unitsLead}
      actions={(
        <>
          <Button onClick={() => void navigate({ href: '/founding-rates' })}>{texts.foundingRate}</Button>
          {may('post.read') && <Button onClick={() => void navigate({ href: '/vacancies' })}>{texts.vacancies}</Button>}
          <ExchangeMenu />
        </>
      )}
    >
      <UnitsChanged value={() => setRound(before => before + 1)}>
        <div className="xh-split">
          <Sheet title={texts.tree}>
            <UnitTree loaders={unitLoaders} selectedId={chosen} onSelect={unit => set('chosen', unit.id)} height={560} round={round} />
          </Sheet>
          {chosen && <UnitCard id={chosen} />}
        </div>
      </UnitsChanged>
    </Page>
  )
}
