use std::borrow::Cow;

use crate::Rows;
use crate::wire::Value;

/// A type of one form of the interface.
pub(crate) trait Typed: Sized {
    fn to_value(&self) -> Value<'_>;

    /// What is absent is what counts for nothing: 0, none, an empty list.
    fn from_value(value: Value<'_>) -> Self;
}

macro_rules! typed {
    ($($type:ty: $variant:ident, $given:ident => $from:expr, $this:ident => $to:expr;)*) => {$(
        impl Typed for $type {
            fn to_value(&self) -> Value<'_> {
                let $this = self;
                Value::$variant($to)
            }

            fn from_value(value: Value<'_>) -> Self {
                if let Value::$variant($given) = value { $from } else { Self::default() }
            }
        }
    )*};
}

typed! {
    bool: Flag, flag => flag, this => *this;
    // A number of this form has been read as one.
    u16: Number, number => number as u16, this => i64::from(*this);
    i32: Number, number => number as i32, this => i64::from(*this);
    u64: U64, number => number, this => *this;
    i128: I128, number => number, this => *this;
    Vec<bool>: Flags, flags => flags.into_owned(), this => this.into();
    Vec<u16>: U16s, numbers => numbers.into_owned(), this => this.into();
    Vec<u64>: U64s, numbers => numbers.into_owned(), this => this.into();
    Vec<i64>: I64s, numbers => numbers.into_owned(), this => this.into();
    Rows<u16>: Rows, rows => rows.into_owned(), this => Cow::Borrowed(this);
    Rows<i64>: RawRows, rows => rows.into_owned(), this => Cow::Borrowed(this);
}

/// Null where there is none.
impl<T: Typed> Typed for Option<T> {
    fn to_value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, T::to_value)
    }

    fn from_value(value: Value<'_>) -> Self {
        if matches!(value, Value::Null | Value::Absent) { None } else { Some(T::from_value(value)) }
    }
}

/// Items of a list, which are not numbers of a vector.
pub(crate) trait Item: Typed {}

impl Item for i128 {}

impl<T: Item> Typed for Vec<T> {
    fn to_value(&self) -> Value<'_> {
        Value::List(self.iter().map(T::to_value).collect())
    }

    fn from_value(value: Value<'_>) -> Self {
        if let Value::List(items) = value { items.into_iter().map(T::from_value).collect() } else { Self::default() }
    }
}

/// A struct that is a record: its fields in their order, under their names in JSON. `sometimes`: an option that is left
/// out where there is none, as against null.
macro_rules! record {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $json:literal $($sometimes:ident)? => $field:ident: $type:ty,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct $name { $($(#[$doc])* pub $field: $type,)* }

        impl $crate::types::typed::Typed for $name {
            fn to_value(&self) -> $crate::wire::Value<'_> {
                $crate::wire::Value::Record(vec![$(($json, $crate::types::typed::record!(@value $($sometimes)? self.$field)),)*])
            }

            fn from_value(mut value: $crate::wire::Value<'_>) -> Self {
                Self { $($field: $crate::types::typed::Typed::from_value(value.take($json)),)* }
            }
        }
    };
    (@value sometimes $($field:tt)*) => {
        $($field)*.as_ref().map_or($crate::wire::Value::Absent, $crate::types::typed::Typed::to_value)
    };
    (@value $($field:tt)*) => { $crate::types::typed::Typed::to_value(&$($field)*) };
}

/// Written as its JSON form.
macro_rules! serialized {
    ($($name:ident)*) => {$(
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::types::typed::Typed::to_value(self).serialize(serializer)
            }
        }
    )*};
}

pub(crate) use record;
pub(crate) use serialized;
