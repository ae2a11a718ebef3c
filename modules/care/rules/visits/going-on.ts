/** Who is to go on a planned visit. */
export type Goers = { volunteerId: string | null; secondVolunteerId: string | null; withWorker: boolean }

/** Who stops going, who takes over (null for nobody), and whether the visit is among the first ones of whoever takes over. */
export type Change = { goneId: string; successorId: string | null; isFirst: boolean }

/**
 * Who goes on a planned visit once a pairing is over. Whoever takes over goes; the first visits are not made alone. Where nobody takes over, the one
 * who was to go along goes with a worker, and without any the worker goes: nobody is sent to a child with whom he is not paired.
 */
export function goersAfter(visit: Goers, { goneId, successorId, isFirst }: Change): Goers {
  const { volunteerId, secondVolunteerId, withWorker } = visit
  if (secondVolunteerId === goneId) {
    const isOther = successorId !== null && successorId !== volunteerId
    return { volunteerId, secondVolunteerId: isOther ? successorId : null, withWorker: withWorker || !isOther }
  }
  if (volunteerId !== goneId) return visit
  if (successorId === null || successorId === secondVolunteerId) {
    return { volunteerId: secondVolunteerId, secondVolunteerId: null, withWorker: secondVolunteerId !== null }
  }
  return { volunteerId: successorId, secondVolunteerId, withWorker: withWorker || (isFirst && secondVolunteerId === null) }
}
