package import SurveyModel

/// Why the store refused or could not go on, for the errors page.
package enum StorageFindingCode {
  static let folderMissing = FindingCode(
    "store.file.folder-missing", .error, vi: "Thư mục của tệp lưu trữ không tồn tại.",
    en: "The folder of the store file does not exist.")
  static let cannotWrite = FindingCode(
    "store.file.cannot-write", .error, vi: "Không được phép ghi tệp lưu trữ hoặc thư mục của nó.",
    en: "The store file or its folder may not be written.")
  static let cannotOpen = FindingCode(
    "store.file.cannot-open", .error, vi: "Không mở được tệp lưu trữ.",
    en: "The store file cannot be opened.")
  static let notAStore = FindingCode(
    "store.file.not-a-store", .error, vi: "Tệp không phải là tệp lưu trữ của sipas.",
    en: "The file is not a sipas store.")
  static let newerVersion = FindingCode(
    "store.file.newer-version", .error,
    vi: "Tệp lưu trữ do phiên bản chương trình mới hơn tạo ra.",
    en: "The store was made by a newer version of the program.")
  static let locked = FindingCode(
    "store.file.locked", .error, vi: "Chương trình khác đang ghi vào tệp lưu trữ.",
    en: "Another program is writing to the store.")
  static let diskFull = FindingCode(
    "store.file.disk-full", .error, vi: "Ổ đĩa đã đầy.", en: "The disk is full.")
  static let corrupted = FindingCode(
    "store.file.corrupted", .error, vi: "Tệp lưu trữ bị hỏng.", en: "The store file is damaged.")
  static let inputOutput = FindingCode(
    "store.file.input-output", .error, vi: "Lỗi đọc hoặc ghi ổ đĩa.",
    en: "The disk failed to read or write.")
  static let unknownSurvey = FindingCode(
    "store.survey.unknown", .error, vi: "Cuộc khảo sát không có trong tệp lưu trữ.",
    en: "The survey is not in the store.")
  static let changedMeanwhile = FindingCode(
    "store.survey.changed-meanwhile", .error,
    vi: "Phiếu trả lời trong tệp lưu trữ đã thay đổi trong lúc chương trình đang chạy.",
    en: "The responses in the store changed while the program was running.")
  static let figuresChangedMeanwhile = FindingCode(
    "store.figures.changed-meanwhile", .error,
    vi: "Số liệu đã nhập trong tệp lưu trữ đã thay đổi trong lúc chương trình đang chạy.",
    en: "The entered figures in the store changed while the program was running.")
  static let alreadyImported = FindingCode(
    "store.batch.already-imported", .error, vi: "Tệp này đã được nhập trước đó.",
    en: "The file has been imported before.")
  static let unknownBatch = FindingCode(
    "store.batch.unknown", .error, vi: "Không có lô nhập với số này.",
    en: "There is no batch with this number.")
  static let alreadyUndone = FindingCode(
    "store.batch.already-undone", .error, vi: "Lô nhập này đã được hoàn tác trước đó.",
    en: "The batch has already been undone.")
  static let codeNotInList = FindingCode(
    "store.column.code-not-in-list", .error,
    vi: "Phiếu đã lưu dùng một mã không còn trong danh sách mã của phiếu hỏi.",
    en: "Stored responses use a code that is no longer in the questionnaire's code list.")
  static let kindChanged = FindingCode(
    "store.column.kind-changed", .error,
    vi: "Kiểu của biến đã thay đổi kể từ khi phiếu được lưu.",
    en: "The kind of a variable has changed since its responses were stored.")
  static let otherKey = FindingCode(
    "store.key.other", .error, vi: "Bí danh trong tệp lưu trữ được tạo bằng khóa khác.",
    en: "The store's pseudonyms were made with another key.")
  static let failed = FindingCode(
    "store.failed", .error, vi: "Tệp lưu trữ báo một lỗi không lường trước.",
    en: "The store reported an unforeseen fault.")

  package static let all: [FindingCode] = [
    folderMissing, cannotWrite, cannotOpen, notAStore, newerVersion, locked, diskFull, corrupted,
    inputOutput, unknownSurvey, changedMeanwhile, figuresChangedMeanwhile, alreadyImported,
    unknownBatch, alreadyUndone, codeNotInList, kindChanged, otherKey, failed,
  ]
}
