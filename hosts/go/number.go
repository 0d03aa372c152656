package yuma

import (
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// digitsExact is how many digits any double holds.
const digitsExact = 15

// isExact says whether a number's text denotes the integer that becomes of it as a double; fractions may be rounded.
func isExact(number []byte) bool {
	digits := number
	if digits[0] == '-' {
		digits = digits[1:]
	}
	if len(digits) <= digitsExact && isDecimal(digits) {
		return len(digits) == len(number) || digits[0] != '0'
	}
	text := string(number)
	value, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return false
	}
	return value != math.Trunc(value) || isWrittenSo(value, text) || denotes(text, value)
}

// isWrittenSo: whoever holds this very number writes it so, from 1e21 on. No field holds it, and each says what it would.
func isWrittenSo(value float64, text string) bool {
	format := byte('f')
	if math.Abs(value) >= 1e21 {
		format = 'e'
	}
	text = strings.Replace(text, "E", "e", 1)
	if exponent := strings.IndexByte(text, 'e') + 1; exponent > 0 && text[exponent] != '-' && text[exponent] != '+' {
		text = text[:exponent] + "+" + text[exponent:]
	}
	return strconv.FormatFloat(value, format, -1, 64) == text && text != "-0"
}

func denotes(text string, value float64) bool {
	unsigned, isNegative := strings.CutPrefix(text, "-")
	mantissa, exponent := unsigned, "0"
	if at := strings.IndexAny(unsigned, "eE"); at >= 0 {
		mantissa, exponent = unsigned[:at], unsigned[at+1:]
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return !isNegative
	}
	significant := strings.TrimRight(digits, "0")
	// One that is too long for an int is too small for a double, as a large one was refused before.
	power, err := strconv.Atoi(exponent)
	power += len(digits) - len(significant) - len(fraction)
	if err != nil || power < 0 {
		return false
	}
	written, _ := new(big.Int).SetString(significant+strings.Repeat("0", power), 10)
	held, _ := new(big.Float).SetFloat64(math.Abs(value)).Int(nil)
	return written.Cmp(held) == 0
}

func isDecimal(digits []byte) bool {
	for _, digit := range digits {
		if digit < '0' || digit > '9' {
			return false
		}
	}
	return len(digits) > 0
}

// A wide is an integer of 128 bits, two's complement where it is signed.
type wide struct{ high, low uint64 }

// mostWideDigits is how many 2^128-1 has.
const mostWideDigits = 39

// parseDecimal reads a decimal without leading zeros or plus; a negative one by its magnitude.
func parseDecimal(text string) (magnitude wide, isNegative, ok bool) {
	digits, isNegative := strings.CutPrefix(text, "-")
	if len(digits) == 0 || len(digits) > mostWideDigits || digits[0] == '0' && len(digits) > 1 {
		return wide{}, false, false
	}
	for _, digit := range []byte(digits) {
		if digit < '0' || digit > '9' {
			return wide{}, false, false
		}
		overflow, high := bits.Mul64(magnitude.high, 10)
		carry, low := bits.Mul64(magnitude.low, 10)
		low, over := bits.Add64(low, uint64(digit-'0'), 0)
		high, over = bits.Add64(high, carry, over)
		if overflow != 0 || over != 0 {
			return wide{}, false, false
		}
		magnitude = wide{high, low}
	}
	return magnitude, isNegative, true
}

func (w wide) negated() wide {
	low, borrow := bits.Sub64(0, w.low, 0)
	high, _ := bits.Sub64(0, w.high, borrow)
	return wide{high, low}
}

// appendWide writes a decimal.
func appendWide(out []byte, value wide, isSigned bool) []byte {
	if isSigned && int64(value.high) < 0 {
		return appendWide(append(out, '-'), value.negated(), false)
	}
	if value.high == 0 {
		return strconv.AppendUint(out, value.low, 10)
	}
	const chunk, chunkDigits = 1e19, 19
	high, rest := value.high/chunk, value.high%chunk
	low, last := bits.Div64(rest, value.low, chunk)
	out = appendWide(out, wide{high, low}, false)
	text := strconv.FormatUint(last, 10)
	return append(append(out, "0000000000000000000"[:chunkDigits-len(text)]...), text...)
}
