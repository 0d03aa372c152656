package io.github.yumaconsensus.wire;

import java.util.List;

/** Values one behind another, each at the next multiple of its alignment, as C lays out a struct. */
record Layout(int size, int align, int[] offsets) {
  static Layout of(List<? extends Form> forms) {
    int size = 0;
    int align = 1;
    int[] offsets = new int[forms.size()];
    for (int i = 0; i < offsets.length; i++) {
      Form form = forms.get(i);
      offsets[i] = Form.aligned(size, form.align);
      size = offsets[i] + form.size;
      align = Math.max(align, form.align);
    }
    return new Layout(Form.aligned(size, align), align, offsets);
  }
}
