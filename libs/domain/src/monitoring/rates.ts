import { chanceOf, discoveries } from './chance.js';

/** What was counted in a place, and how many businesses there are. */
type PlaceCount = { readonly count: number; readonly businesses: number };

/** Of how many businesses a rate is told. */
const ratedOf = 1_000;

/**
 * Cases per 1,000 businesses of some places and of all of them together, and which places have more than the rest: by more than chance and
 * rounding explain (two Poisson rates whose exposure is the number of businesses), all places judged together.
 * @param places where the number of businesses is known and more than none
 * @param noise variance that rounding added to each count
 */
export function ratesOf<Place extends PlaceCount>(
  places: readonly Place[],
  noise: number,
): { readonly all: number | null; readonly places: (Place & { readonly rate: number; readonly isMore: boolean })[] } {
  const sum = (of: (place: Place) => number) => places.reduce((total, place) => total + of(place), 0);
  const [count, businesses] = [sum((one) => one.count), sum((one) => one.businesses)];
  const rated = places.map((place) => {
    const rest = { count: count - place.count, weeks: businesses - place.businesses };
    const rate = (ratedOf * place.count) / place.businesses;
    const above = rest.weeks > 0 && rate > (ratedOf * rest.count) / rest.weeks;
    const chance = above ? chanceOf(rest, { count: place.count, weeks: place.businesses }, noise) : 1;
    return { place, rate, chance };
  });
  const stands = discoveries(rated.map(({ chance }) => chance));
  return {
    all: businesses > 0 ? (ratedOf * count) / businesses : null,
    places: rated.map(({ place, rate }, at) => ({ ...place, rate, isMore: stands[at] === true })),
  };
}
