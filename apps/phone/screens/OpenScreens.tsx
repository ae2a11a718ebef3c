import { Screen } from '../pieces/Screen.tsx'
import { usePlaces, type Places } from '../pieces/use-places.ts'
import { usePhone } from '../phone-context.ts'
import { useWords } from '../words.ts'
import { CheckScreen } from './CheckScreen.tsx'
import { ChildScreen } from './ChildScreen.tsx'
import { CommentsScreen } from './Comments.tsx'
import { DayScreen } from './DayScreen.tsx'
import { HarmReportScreen } from './HarmReportScreen.tsx'
import { HarmScreen } from './HarmScreen.tsx'
import { MoreScreen } from './MoreScreen.tsx'
import { OthersScreen } from './OthersScreen.tsx'
import { OutboxScreen } from './OutboxScreen.tsx'
import type { Place } from './places.ts'
import { HowLongScreen, HowScreen } from './QuestionScreens.tsx'
import { SavedScreen } from './SavedScreen.tsx'
import { SignInForm } from './SignInScreen.tsx'
import { SignOutScreen } from './SignOutScreen.tsx'

/** The page while it is open: today's visits first, or what was being written when it was locked. */
export function OpenScreens() {
  const { inHand } = usePhone()
  const places = usePlaces<Place>({ kind: 'day' }, inHand)
  const { place } = places
  switch (place.kind) {
    case 'day': return <DayScreen places={places} />
    case 'others': return <OthersScreen places={places} />
    case 'comments': return <CommentsScreen places={places} />
    case 'child': return <ChildScreen place={place} places={places} />
    case 'how': return <HowScreen place={place} places={places} />
    case 'how-long': return <HowLongScreen place={place} places={places} />
    case 'check': return <CheckScreen place={place} places={places} />
    case 'saved': return <SavedScreen places={places} />
    case 'outbox': return <OutboxScreen places={places} />
    case 'more': return <MoreScreen places={places} />
    case 'harm': return <HarmScreen place={place} places={places} />
    case 'harm-report': return <HarmReportScreen place={place} places={places} />
    case 'leave': return <SignOutScreen onBack={places.back} />
    case 'sign-in': return <SignInAgainScreen places={places} />
  }
}

/** A session that ran out: what is written goes all the same, the list needs the password once more. */
function SignInAgainScreen({ places }: { places: Places<Place> }) {
  const words = useWords()
  const { needsSignIn } = usePhone()
  return (
    <Screen title={words.signInAgain} onBack={places.back}>
      <p>{needsSignIn ? words.signInAgainLead : words.saved}</p>
      {needsSignIn && <SignInForm />}
    </Screen>
  )
}
