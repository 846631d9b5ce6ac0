import { mostInAnyWindow } from '../../../support/emulator/state/arrivals';
import { withDecimals } from '../../../support/report/figures';
import type { Section } from '../../../support/report/section';
import type { Sighting } from '../../../support/service/service';

/** What an operation made of an API action. */
export interface Paced {
  operation: string;
  action: string;
  /** The service's limits: requests a second, and users a request. */
  limit: number;
  usersPerRequest: number;
  sightings: readonly Sighting[];
  longestBlockMs: number;
}

/** How well operations use the limits of their actions, and how long they keep n8n's event loop. */
export function familySection(paced: readonly Paced[]): Section {
  const measured = paced.map((it) => ({ ...it, ...paceOf(it) }));
  return {
    table: {
      columns: [
        { title: 'Operation' },
        { title: 'API action' },
        { title: 'Requests a second', show: withDecimals(1) },
        { title: '% of the limit', show: withDecimals(1) },
        { title: 'Users a second', show: withDecimals(0) },
        { title: 'Most in any second' },
        { title: 'Longest block of the event loop, ms', show: withDecimals(0) },
      ],
      rows: measured.map(({ operation, action, limit, usersPerRequest, rate, most, longestBlockMs }) => [
        operation,
        action,
        rate,
        (100 * rate) / limit,
        rate * usersPerRequest,
        most,
        longestBlockMs,
      ]),
    },
    chart: {
      title: 'Requests a second at the service, by operation',
      kind: 'bars',
      axis: 'requests a second',
      scale: 'linear',
      categories: measured.map(({ operation, action }) => `${operation}: ${action}`),
      series: [
        { name: 'limit', figures: measured.map(({ limit }) => limit) },
        { name: 'overall', figures: measured.map(({ rate }) => rate) },
      ],
      show: withDecimals(1),
    },
  };
}

function paceOf({ action, sightings }: Paced): { rate: number; most: number } {
  const at = sightings.filter((sighting) => sighting.action === action).map((sighting) => sighting.at);
  const spanMs = (at.at(-1) ?? 0) - (at[0] ?? 0);
  return { rate: ((at.length - 1) * 1000) / spanMs, most: mostInAnyWindow(at, 1000) };
}
