/// Sparse rows: row `i` has the entries `starts[i]` to `starts[i + 1]` (exclusive) in stored order. In JSON each row is a
/// list of pairs, `[[uid, value], ...]`.
///
/// An absent entry is not the same as a zero; rows need not be sorted and may name a uid twice, as on the chain.
///
/// ```
/// use yuma_consensus::Rows;
///
/// let rows: Rows = [vec![(1, 65_535)], vec![]].into_iter().collect();
/// assert_eq!(rows.starts, [0, 1, 1]);
/// assert_eq!(rows.row(0).collect::<Vec<_>>(), [(1, 65_535)]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows<T = u16> {
    /// One more than there are rows, ascending, the first 0, the last the number of entries.
    pub starts: Vec<u32>,
    /// The uid of each entry.
    pub uids: Vec<u16>,
    /// The value of each entry.
    pub values: Vec<T>,
}

impl<T> Rows<T> {
    /// No rows yet.
    #[must_use]
    pub fn new() -> Self {
        Self { starts: vec![0], uids: Vec::new(), values: Vec::new() }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there are no rows.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl<T: Copy> Rows<T> {
    /// Adds a row.
    ///
    /// # Panics
    /// Where there would be 2^32 entries or more.
    pub fn push(&mut self, row: impl IntoIterator<Item = (u16, T)>) {
        for (uid, value) in row {
            self.uids.push(uid);
            self.values.push(value);
        }
        self.starts.push(u32::try_from(self.uids.len()).expect("fewer than 2^32 entries"));
    }

    /// The entries of a row; none where there is no such row, or where starts do not ascend.
    pub fn row(&self, row: usize) -> impl Iterator<Item = (u16, T)> + Clone + '_ {
        let range = match (self.starts.get(row), self.starts.get(row + 1)) {
            (Some(start), Some(end)) => *start as usize..*end as usize,
            _ => 0..0,
        };
        let uids = self.uids.get(range.clone()).unwrap_or_default();
        let values = self.values.get(range).unwrap_or_default();
        uids.iter().copied().zip(values.iter().copied())
    }

    /// The rows from the first on.
    pub fn iter(&self) -> impl Iterator<Item = impl Iterator<Item = (u16, T)> + Clone + '_> + '_ {
        (0..self.len()).map(|row| self.row(row))
    }
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T: Copy, R: IntoIterator<Item = (u16, T)>> FromIterator<R> for Rows<T> {
    fn from_iter<I: IntoIterator<Item = R>>(rows: I) -> Self {
        let mut result = Self::new();
        for row in rows {
            result.push(row);
        }
        result
    }
}
