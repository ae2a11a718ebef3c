import type { Colour, Weights } from '../contract.ts'

/** A child who waits for a volunteer, masked, with what is wished for it. */
export type WaitingChild = {
  caseId: string; childId: string; householdId: string; label: string; scopeCode: string; unitName: string; colour: Colour
  /** What the case wishes of its volunteer; null and empty where nothing is wished. */
  wishes: { sex: 'male' | 'female' | null; languages: readonly string[]; skills: readonly string[] }
  /** Volunteers who must not be paired with the child: no-go pairs and who is paired with it already. */
  barred: ReadonlySet<string>
}

/** A volunteer who may be paired: in service, cleared, with places left. */
export type FreeVolunteer = {
  id: string; name: string; scopeCode: string; unitName: string; sex: 'male' | 'female'; skills: readonly string[]
  capacity: number
  /** With how many children already paired. */
  load: number
}

/** What is matched: who waits, who is free, and the weights in force. */
export type MatchingFacts = { children: readonly WaitingChild[]; volunteers: readonly FreeVolunteer[]; weights: Weights }

/** A pair that may be proposed, by position in the facts. */
export type Candidate = { child: number; volunteer: number }
/** A pair that is proposed; `isShared` when brothers and sisters got the same volunteer by one decision. */
export type Assignment = Candidate & { isShared: boolean }
