internal import SurveyModel

/// `README.md` of the folder: what the files are and how to run the check, in both languages.
func readMe(_ export: AnalysisExport) -> String {
  let isSynthetic = isSynthetic(export.result.survey)
  return readMeVietnamese(isSynthetic: isSynthetic, export.includesSuppressed) + "\n"
    + readMeEnglish(isSynthetic: isSynthetic, export.includesSuppressed)
}

private func readMeVietnamese(isSynthetic: Bool, _ includesSuppressed: Bool) -> String {
  let synthetic =
    isSynthetic
    ? "\n**Dữ liệu trong thư mục này là dữ liệu mô phỏng, không phải của người trả lời thật.**\n"
    : ""
  let suppressed =
    includesSuppressed
    ? """
    `expected.csv` có cả những số không được công bố vì quá ít người trả lời. Chỉ dùng trong nội
    bộ.
    """
    : """
    Số có thể làm lộ người trả lời (quá ít người) được để trống trong `expected.csv`, nhưng vẫn
    tính lại được từ `interviews.csv`: chỉ giao thư mục này cho người làm thống kê.
    """
  return """
    # Dữ liệu phân tích để kiểm tra lại
    \(synthetic)
    Thư mục này để một người khác tính lại mọi con số của báo cáo bằng chương trình khác.

    | tệp | nội dung |
    |---|---|
    | `interviews.csv` | mỗi phiếu một dòng: tầng, đơn vị chọn mẫu, quyền số sau từng bước, biến dùng để phân tích, câu trả lời bằng mã |
    | `columns.csv`, `codes.csv` | tên cột `v1`, `i1`… là biến nào; mỗi mã nghĩa là gì |
    | `settings.csv`, `index.csv`, `steps.csv` | cách chọn mẫu, cách tính chỉ số, các bước tính quyền số |
    | `margin-*.csv`, `classes-*.csv`, `sampled-*.csv` | số dân và mẫu dùng trong các bước tính quyền số |
    | `replicates.csv`, `replicate-scales.csv` | quyền số lặp, nếu có |
    | `expected.csv` | mọi con số của lần chạy, đủ chữ số |
    | `check.R`, `weighting.R`, `figures.R` | tính lại tất cả bằng gói `survey` của R |
    | `check.py` | tính lại bằng gói `svy` của Python |

    Chạy: `Rscript check.R` (R với gói `survey` 4.1 trở lên), `python check.py` (Python với gói
    `svy`). Mã thoát 0 nghĩa là không có chênh lệch nào trên 1e-8.

    Trong `interviews.csv`, ô trống là không trả lời, ô có giá trị `not_asked` của `settings.csv`
    là không được hỏi. Thư mục không có họ tên, số điện thoại hay biến cá nhân nào, không có câu
    trả lời tự viết và không có mã số phiếu; phiếu được đánh số theo thứ tự.
    \(suppressed)

    """
}

private func readMeEnglish(isSynthetic: Bool, _ includesSuppressed: Bool) -> String {
  let synthetic =
    isSynthetic
    ? "\n**The data in this folder are synthetic: nobody real gave these answers.**\n" : ""
  let suppressed =
    includesSuppressed
    ? """
    `expected.csv` also holds figures that are too small to publish. For internal use only.
    """
    : """
    Figures that could give a person away (too few respondents) are left empty in `expected.csv`, but they can be
    computed again from `interviews.csv`: give this folder to statisticians only.
    """
  return """
    # Analysis data, to check the figures again
    \(synthetic)
    With this folder somebody else computes every figure of the report again, with other programs.

    | file | content |
    |---|---|
    | `interviews.csv` | one row per interview: stratum, sampling units, weights after each step, the variables of the analysis, answers as codes |
    | `columns.csv`, `codes.csv` | which variable a column `v1`, `i1`… is; what each code means |
    | `settings.csv`, `index.csv`, `steps.csv` | the design, how the index is computed, the weighting steps |
    | `margin-*.csv`, `classes-*.csv`, `sampled-*.csv` | population and sample numbers the weighting used |
    | `replicates.csv`, `replicate-scales.csv` | replicate weights, where there are any |
    | `expected.csv` | every figure of the run at full precision |
    | `check.R`, `weighting.R`, `figures.R` | compute all of it again with R's package `survey` |
    | `check.py` | the same with Python's package `svy` |

    To run: `Rscript check.R` (R with `survey` 4.1 or newer), `python check.py` (Python with
    `svy`). Exit code 0 means that nothing differs by more than 1e-8.

    In `interviews.csv` an empty cell is no answer, and the value of `not_asked` in `settings.csv`
    means that the question was not asked. The folder holds no names, telephone numbers or other
    personal variables, no free text and no interview ids; interviews are numbered in order.
    \(suppressed)

    """
}
