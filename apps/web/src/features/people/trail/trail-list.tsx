import type { TrailEntry } from '#contracts/people';
import { Button } from '@mantine/core';
import {
  type InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  type UseInfiniteQueryOptions,
} from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Empty, Failure, Loading } from '../../../shared/states.js';
import { TrailTable } from './trail-table.js';

type Pages = UseInfiniteQueryOptions<
  TrailEntry[],
  Error,
  InfiniteData<TrailEntry[]>,
  readonly unknown[],
  number | undefined
>;

type TrailListProps = {
  readonly pages: Pages;
  readonly onPerson?: (personId: string) => void;
  readonly onCase?: (caseId: string) => void;
};

/** Entries of the trail, newest first, a page after the other. */
export function TrailList({ pages, onPerson, onCase }: TrailListProps) {
  const { t } = useTranslation('trail');
  const { t: common } = useTranslation();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...pages,
    placeholderData: keepPreviousData,
  });
  if (data === undefined) {
    return error === null ? <Loading rows={8} /> : <Failure error={error} retry={() => void refetch()} />;
  }
  const entries = data.pages.flat();
  if (entries.length === 0) {
    return <Empty compact title={t('empty')} />;
  }
  return (
    <>
      <TrailTable entries={entries} onPerson={onPerson} onCase={onCase} />
      {hasNextPage && (
        <Button variant="default" mt={12} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {common('form.more')}
        </Button>
      )}
    </>
  );
}
