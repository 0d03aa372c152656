use std::fmt;

use super::value::quoted;

/// Where a value stands, from the whole on: written out only where an error names it.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Path<'p> {
    Whole,
    Field(&'p Path<'p>, &'p str),
    Item(&'p Path<'p>, usize),
}

impl<'p> Path<'p> {
    pub(crate) fn field(&'p self, name: &'p str) -> Self {
        Path::Field(self, name)
    }

    pub(crate) fn item(&'p self, index: usize) -> Self {
        Path::Item(self, index)
    }
}

const LONGEST_WORD: usize = 60;

/// Names that stand in a path as they are; all others have quotes.
fn is_word(name: &str) -> bool {
    (1..=LONGEST_WORD).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_$-".contains(&byte))
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Path::Whole => Ok(()),
            Path::Item(within, index) => write!(formatter, "{within}[{index}]"),
            Path::Field(within, name) if !is_word(name) => write!(formatter, "{within}[{}]", quoted(name)),
            Path::Field(Path::Whole, name) => formatter.write_str(name),
            Path::Field(within, name) => write!(formatter, "{within}.{name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Path;

    #[test]
    fn names_that_are_no_words_are_quoted() {
        let bonds = Path::Whole.field("bonds");
        assert_eq!(bonds.item(3).item(17).item(1).to_string(), "bonds[3][17][1]");
        assert_eq!(bonds.field("a b").to_string(), "bonds[\"a b\"]");
        assert_eq!(Path::Whole.field("").to_string(), "[\"\"]");
        assert_eq!(Path::Whole.field("subnets").item(0).field("netuid").to_string(), "subnets[0].netuid");
    }
}
