//! Powers of large numbers, for public keys. They are not computed in constant
//! time, since nothing here is secret.
//!
//! It uses Montgomery's multiplication (CIOS; Koç, Acar, Kaliski: *Analyzing
//! and Comparing Montgomery Multiplication Algorithms*, 1996). The crates that
//! have it add 57 KB (`crypto-bigint`) or 77 KB (`rsa`) to the component, this
//! module 2; the tests compare it with one of them.

/// An odd modulus, as digits of 32 bits, the lowest first.
#[derive(Debug)]
pub(super) struct Modulus {
    digits: Vec<u32>,
    /// The factor by which the lowest digit becomes -1.
    negative_inverse: u32,
    bytes: usize,
}

impl Modulus {
    /// Makes a modulus of bytes, the highest first; `None` if it is even or
    /// has a leading zero byte.
    pub(super) fn new(bytes: &[u8]) -> Option<Self> {
        let digits = digits(bytes);
        let lowest = *digits.first()?;
        if lowest % 2 == 0 || bytes.first() == Some(&0) {
            return None;
        }
        // Newton's iteration doubles the number of correct bits: 3, 6, 12, 24,
        // 48.
        let mut inverse = lowest;
        for _ in 0..4 {
            inverse = inverse.wrapping_mul(2_u32.wrapping_sub(lowest.wrapping_mul(inverse)));
        }
        Some(Self {
            digits,
            negative_inverse: inverse.wrapping_neg(),
            bytes: bytes.len(),
        })
    }

    /// Computes `base` to the power of 65537, with as many bytes as the
    /// modulus; `None` if `base` is not below the modulus.
    pub(super) fn power_65537(&self, base: &[u8]) -> Option<Vec<u8>> {
        let mut base = digits(base);
        base.resize(self.digits.len().max(base.len()), 0);
        if base.len() != self.digits.len() || !is_below(&base, &self.digits) {
            return None;
        }
        let base = self.multiply(&base, &self.square_of_radix());
        let mut power = base.clone();
        for _ in 0..16 {
            power = self.multiply(&power, &power);
        }
        let mut one = vec![0; self.digits.len()];
        *one.first_mut()? = 1;
        let power = self.multiply(&self.multiply(&power, &base), &one);
        let bytes: Vec<u8> = power
            .iter()
            .rev()
            .flat_map(|digit| digit.to_be_bytes())
            .collect();
        bytes
            .get(bytes.len().checked_sub(self.bytes)?..)
            .map(<[u8]>::to_vec)
    }

    /// Computes `a * b / radix`, where the radix is 2 to the power of the
    /// modulus' bits.
    fn multiply(&self, a: &[u32], b: &[u32]) -> Vec<u32> {
        // The sum has one digit more than the modulus, in `top`.
        let mut sum = vec![0; self.digits.len()];
        let mut top = 0;
        for digit in b {
            let carry = add_product(&mut sum, a, *digit);
            let (high, carry) = split(u64::from(top) + u64::from(carry));
            let lowest = sum.first().copied().unwrap_or_default();
            let factor = lowest.wrapping_mul(self.negative_inverse);
            let second = add_product(&mut sum, &self.digits, factor);
            let (high, second) = split(u64::from(high) + u64::from(second));
            // The lowest digit is 0 now.
            sum.rotate_left(1);
            if let Some(last) = sum.last_mut() {
                *last = high;
            }
            top = carry + second;
        }
        if top != 0 || !is_below(&sum, &self.digits) {
            subtract(&mut sum, &self.digits);
        }
        sum
    }

    /// Computes the radix's square, which brings a number into Montgomery's
    /// form: 1, doubled once for each of the square's bits.
    fn square_of_radix(&self) -> Vec<u32> {
        let mut number = vec![0; self.digits.len()];
        if let Some(lowest) = number.first_mut() {
            *lowest = 1;
        }
        for _ in 0..self.digits.len() * 64 {
            let mut carry = 0;
            for digit in &mut number {
                (*digit, carry) = (*digit << 1 | carry, *digit >> 31);
            }
            if carry != 0 || !is_below(&number, &self.digits) {
                subtract(&mut number, &self.digits);
            }
        }
        number
    }
}

fn digits(bytes: &[u8]) -> Vec<u32> {
    let digit = |chunk: &[u8]| {
        chunk
            .iter()
            .fold(0, |digit, byte| digit << 8 | u32::from(*byte))
    };
    bytes.rchunks(4).map(digit).collect()
}

/// Tells whether `a` is below `b`; both have the same length.
fn is_below(a: &[u32], b: &[u32]) -> bool {
    a.iter().rev().lt(b.iter().rev())
}

/// Adds `a * factor` to `sum`, and returns the carry.
fn add_product(sum: &mut [u32], a: &[u32], factor: u32) -> u32 {
    let mut carry = 0;
    for (sum, a) in sum.iter_mut().zip(a) {
        let product = u64::from(*a) * u64::from(factor);
        (*sum, carry) = split(product + u64::from(*sum) + u64::from(carry));
    }
    carry
}

/// Subtracts `b` from `a`; a result below zero wraps around.
fn subtract(a: &mut [u32], b: &[u32]) {
    let mut borrow = false;
    for (a, b) in a.iter_mut().zip(b) {
        let (less, first) = a.overflowing_sub(*b);
        let (less, second) = less.overflowing_sub(u32::from(borrow));
        *a = less;
        borrow = first || second;
    }
}

/// Splits a number into its low and its high half.
#[expect(
    clippy::cast_possible_truncation,
    reason = "the halves are what is wanted"
)]
const fn split(number: u64) -> (u32, u32) {
    (number as u32, (number >> 32) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crypto_bigint::modular::{BoxedMontyForm, BoxedMontyParams};
    use crypto_bigint::{BoxedUint, Odd};

    /// The power that `crypto-bigint` computes.
    fn expected(modulus: &[u8], base: &[u8]) -> Vec<u8> {
        let bits = u32::try_from(modulus.len() * 8).unwrap();
        let number = |bytes| BoxedUint::from_be_slice(bytes, bits).unwrap();
        let params = BoxedMontyParams::new_vartime(Odd::new(number(modulus)).unwrap());
        let power = BoxedMontyForm::new(number(base), &params).pow(&BoxedUint::from(65537_u32));
        power.retrieve().to_be_bytes().into_vec()
    }

    fn random(numbers: &mut fastrand::Rng, length: usize) -> Vec<u8> {
        // Long runs of zeros and ones are where carries are most likely to go
        // wrong.
        let style = numbers.u8(0..4);
        let byte = |numbers: &mut fastrand::Rng| match style {
            0 => numbers.u8(..),
            1 => *numbers.choice(&[0, 0xff, 0xff, 0xff]).unwrap(),
            2 => *numbers.choice(&[0, 0, 0, 0xff, 1]).unwrap(),
            _ => *numbers.choice(&[0, 0xff, 0x80, 0x7f, 0x01]).unwrap(),
        };
        (0..length).map(|_| byte(numbers)).collect()
    }

    #[test]
    fn a_power_is_what_another_maker_says() {
        let mut numbers = fastrand::Rng::with_seed(1);
        for round in 0..100 {
            let length = *numbers.choice(&[8, 8, 8, 64, 64, 256, 384, 512]).unwrap();
            let mut modulus = random(&mut numbers, length);
            modulus[0] |= 0x80 >> (round % 8);
            modulus[length - 1] |= 1;
            let mut base = random(&mut numbers, length);
            if base >= modulus {
                base[0] = 0;
            }
            let found = Modulus::new(&modulus).unwrap().power_65537(&base);
            assert_eq!(found, Some(expected(&modulus, &base)), "round {round}");
        }
    }

    #[test]
    fn numbers_at_the_border_are_right() {
        for length in [1, 3, 5, 256, 259] {
            let modulus = vec![0xff; length];
            let of = |base: &[u8]| Modulus::new(&modulus).unwrap().power_65537(base);
            let (mut one, mut most) = (vec![0; length], modulus.clone());
            assert_eq!(of(&one), Some(one.clone()));
            one[length - 1] = 1;
            most[length - 1] = 0xfe;
            assert_eq!(of(&one), Some(one.clone()));
            // The exponent is odd, so the power of -1 is -1.
            assert_eq!(of(&most), Some(most.clone()));
            assert_eq!(of(&modulus), None);
            assert_eq!(of(&vec![0xff; length + 8]), None);
        }
        for wrong in [&[][..], &[0, 1], &[2], &[0xff; 256][..255].repeat(2)[..0]] {
            assert!(Modulus::new(wrong).is_none());
        }
    }
}
