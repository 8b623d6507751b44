import Foundation

/// The quantile of the standard normal distribution.
///
///     normalQuantile(0.975)  // 1.959963984540054
///
/// - Parameter probability: Above 0 and below 1.
/// - Returns: The quantile, accurate to about 1e-16 of its value.
///
/// ## Method
///
/// M. J. Wichura, *Algorithm AS 241: The percentage points of the normal distribution*, Applied
/// Statistics 37 (1988), 477–484, procedure PPND16. Checked against R 4.2.2 `qnorm`.
package func normalQuantile(_ probability: Double) -> Double {
  precondition(probability > 0 && probability < 1, "a quantile is asked inside 0...1")
  let q = probability - 0.5
  if q.magnitude <= 0.425 {
    let r = 0.180625 - q * q
    return q * polynomial(Wichura.a, r) / polynomial(Wichura.b, r)
  }
  let tail = q < 0 ? probability : 1 - probability
  let r = (-log(tail)).squareRoot()
  let magnitude =
    r <= 5
    ? polynomial(Wichura.c, r - 1.6) / polynomial(Wichura.d, r - 1.6)
    : polynomial(Wichura.e, r - 5) / polynomial(Wichura.f, r - 5)
  return q < 0 ? -magnitude : magnitude
}

/// The standard normal distribution function, accurate in both tails.
package func normalDistribution(_ z: Double) -> Double {
  0.5 * erfc(-z / 2.0.squareRoot())
}

private func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
  coefficients.reversed().reduce(0) { $0 * x + $1 }
}

/// The coefficients of PPND16, lowest power first.
private enum Wichura {
  static let a = [
    3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
    45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ]
  static let b = [
    1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
    21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
  ]
  static let c = [
    1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
    3.64784832476320460504, 1.27045825245236838258, 0.241780725177450611770,
    0.0227238449892691845833, 0.000774545014278341407640,
  ]
  static let d = [
    1.0, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
    0.148103976427480074590, 0.0151986665636164571966, 0.000547593808499534494600,
    0.00000000105075007164441684324,
  ]
  static let e = [
    6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
    0.296560571828504891230, 0.0265321895265761230930, 0.00124266094738807843860,
    0.0000271155556874348757815, 0.000000201033439929228813265,
  ]
  static let f = [
    1.0, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
    0.000786869131145613259100, 0.0000184631831751005468180, 0.000000142151175831644588870,
    0.00000000000000204426310338993978564,
  ]
}
