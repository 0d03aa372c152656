package yuma

import (
	"math/big"
	"strings"
	"testing"
)

func TestIsExact(t *testing.T) {
	for number, want := range map[string]bool{
		"0": true, "1": true, "-1": true, "123456789012345": true, "9007199254740992": true, "1.0": true, "1e2": true,
		"1.50": true, "0.1": true, "10e-1": true, "100000e-5": true, "0e99999999999999999999": true, "0.0": true,
		"1e21": true, "1E21": true, "1e+23": true, "123456789012345680000": true, "1152921504606846976": true,
		"-0": false, "-0.0": false, "9007199254740993": false, "1e400": false, "-1e400": false, "1e-400": false,
		"1152921504606846977": false, "18446744073709551615": false, "1e-99999999999999999999": false,
		"1" + strings.Repeat("0", 400): false, "1.0000000000000000000000001": false,
	} {
		if got := isExact([]byte(number)); got != want {
			t.Errorf("%s: %v", number, got)
		}
	}
}

func TestWide(t *testing.T) {
	for _, text := range []string{
		"0", "1", "-1", "9", "10", "18446744073709551615", "18446744073709551616", "100000000000000000000000000000000000000",
		"170141183460469231731687303715884105727", "-170141183460469231731687303715884105728", "-9223372036854775809",
	} {
		magnitude, isNegative, ok := parseDecimal(text)
		if !ok || !fits(i128Kind, magnitude, isNegative) {
			t.Errorf("%s is none", text)
		}
		if isNegative {
			magnitude = magnitude.negated()
		}
		if got := string(appendWide(nil, magnitude, true)); got != text {
			t.Errorf("%s becomes %s", text, got)
		}
		if want, _ := new(big.Int).SetString(text, 10); magnitude.signed().Cmp(want) != 0 || wideOf(want) != magnitude {
			t.Errorf("%s becomes %s", text, magnitude.signed())
		}
	}
	for _, text := range []string{"", "-", "00", "+1", "1.0", "1e1", "340282366920938463463374607431768211456", strings.Repeat("9", 40)} {
		if _, _, ok := parseDecimal(text); ok {
			t.Errorf("%s is one", text)
		}
	}
}

func TestFieldPath(t *testing.T) {
	for name, want := range map[string]string{
		"kappa": "a.kappa", "": `a[""]`, "b c": `a["b c"]`, "x-$_1": "a.x-$_1", "ü": `a["ü"]`, "\"\\\n\x01": `a["\"\\\n\u0001"]`,
		strings.Repeat("x", 60): "a." + strings.Repeat("x", 60), strings.Repeat("x", 61): `a["` + strings.Repeat("x", 59) + `…]`,
	} {
		if got := fieldPath("a", name); got != want {
			t.Errorf("%q: %s", name, got)
		}
	}
}
