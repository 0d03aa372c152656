/// Numbers that lie one behind another in a vector, little-endian.
pub(super) trait Element: Copy {
    const SIZE: usize;
    /// Fills as many bytes as the numbers need.
    fn put(bytes: &mut [u8], numbers: &[Self]);
    fn get(bytes: &[u8]) -> Vec<Self>;
}

impl Element for bool {
    const SIZE: usize = 1;

    fn put(bytes: &mut [u8], numbers: &[Self]) {
        for (byte, flag) in bytes.iter_mut().zip(numbers) {
            *byte = u8::from(*flag);
        }
    }

    fn get(bytes: &[u8]) -> Vec<Self> {
        bytes.iter().map(|byte| *byte != 0).collect()
    }
}

macro_rules! little_endian {
    ($($number:ty)*) => {$(
        impl Element for $number {
            const SIZE: usize = size_of::<$number>();

            fn put(bytes: &mut [u8], numbers: &[Self]) {
                for (bytes, number) in bytes.as_chunks_mut().0.iter_mut().zip(numbers) {
                    *bytes = number.to_le_bytes();
                }
            }

            fn get(bytes: &[u8]) -> Vec<Self> {
                bytes.as_chunks().0.iter().map(|bytes| Self::from_le_bytes(*bytes)).collect()
            }
        }
    )*};
}

little_endian!(u16 i32 u32 u64 i64 i128 u128);

/// One number at a place.
pub(super) fn put<T: Element>(bytes: &mut [u8], at: usize, number: T) {
    T::put(&mut bytes[at..at + T::SIZE], &[number]);
}

pub(super) fn get<T: Element>(bytes: &[u8], at: usize) -> T {
    T::get(&bytes[at..at + T::SIZE])[0]
}
