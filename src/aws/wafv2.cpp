// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#include "aws/wafv2.h"

namespace aws::wafv2 {

cfn::Value web_acl::toValue(const ApplicationAttribute& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"Values", v.Values},
  });
}

cfn::Value web_acl::toValue(const ApplicationConfig& v) {
  return cfn::fields({
      {"Attributes", v.Attributes},
  });
}

cfn::Value web_acl::toValue(const AssociationConfig& v) {
  return cfn::fields({
      {"RequestBody", v.RequestBody},
  });
}

cfn::Value web_acl::toValue(const ImmunityTimeProperty& v) {
  return cfn::fields({
      {"ImmunityTime", v.ImmunityTime},
  });
}

cfn::Value web_acl::toValue(const CaptchaConfig& v) {
  return cfn::fields({
      {"ImmunityTimeProperty", v.ImmunityTimeProperty},
  });
}

cfn::Value web_acl::toValue(const ChallengeConfig& v) {
  return cfn::fields({
      {"ImmunityTimeProperty", v.ImmunityTimeProperty},
  });
}

cfn::Value web_acl::toValue(const FieldToProtect& v) {
  return cfn::fields({
      {"FieldKeys", v.FieldKeys},
      {"FieldType", v.FieldType},
  });
}

cfn::Value web_acl::toValue(const DataProtect& v) {
  return cfn::fields({
      {"Action", v.Action},
      {"ExcludeRateBasedDetails", v.ExcludeRateBasedDetails},
      {"ExcludeRuleMatchDetails", v.ExcludeRuleMatchDetails},
      {"Field", v.Field},
  });
}

cfn::Value web_acl::toValue(const DataProtectionConfig& v) {
  return cfn::fields({
      {"DataProtections", v.DataProtections},
  });
}

cfn::Value web_acl::toValue(const CustomHTTPHeader& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"Value", v.Value},
  });
}

cfn::Value web_acl::toValue(const CustomRequestHandling& v) {
  return cfn::fields({
      {"InsertHeaders", v.InsertHeaders},
  });
}

cfn::Value web_acl::toValue(const AllowAction& v) {
  return cfn::fields({
      {"CustomRequestHandling", v.CustomRequestHandling},
  });
}

cfn::Value web_acl::toValue(const CustomResponse& v) {
  return cfn::fields({
      {"CustomResponseBodyKey", v.CustomResponseBodyKey},
      {"ResponseCode", v.ResponseCode},
      {"ResponseHeaders", v.ResponseHeaders},
  });
}

cfn::Value web_acl::toValue(const BlockAction& v) {
  return cfn::fields({
      {"CustomResponse", v.CustomResponse},
  });
}

cfn::Value web_acl::toValue(const DefaultAction& v) {
  return cfn::fields({
      {"Allow", v.Allow},
      {"Block", v.Block},
  });
}

cfn::Value web_acl::toValue(const OnSourceDDoSProtectionConfig& v) {
  return cfn::fields({
      {"ALBLowReputationMode", v.ALBLowReputationMode},
  });
}

cfn::Value web_acl::toValue(const CaptchaAction& v) {
  return cfn::fields({
      {"CustomRequestHandling", v.CustomRequestHandling},
  });
}

cfn::Value web_acl::toValue(const ChallengeAction& v) {
  return cfn::fields({
      {"CustomRequestHandling", v.CustomRequestHandling},
  });
}

cfn::Value web_acl::toValue(const CountAction& v) {
  return cfn::fields({
      {"CustomRequestHandling", v.CustomRequestHandling},
  });
}

cfn::Value web_acl::toValue(const RuleAction& v) {
  return cfn::fields({
      {"Allow", v.Allow},
      {"Block", v.Block},
      {"Captcha", v.Captcha},
      {"Challenge", v.Challenge},
      {"Count", v.Count},
  });
}

cfn::Value web_acl::toValue(const OverrideAction& v) {
  return cfn::fields({
      {"Count", v.Count},
      {"None", v.None},
  });
}

cfn::Value web_acl::toValue(const Label& v) {
  return cfn::fields({
      {"Name", v.Name},
  });
}

cfn::Value web_acl::toValue(const AndStatement& v) {
  return cfn::fields({
      {"Statements", v.Statements},
  });
}

cfn::Value web_acl::toValue(const ForwardedIPConfiguration& v) {
  return cfn::fields({
      {"FallbackBehavior", v.FallbackBehavior},
      {"HeaderName", v.HeaderName},
  });
}

cfn::Value web_acl::toValue(const AsnMatchStatement& v) {
  return cfn::fields({
      {"AsnList", v.AsnList},
      {"ForwardedIPConfig", v.ForwardedIPConfig},
  });
}

cfn::Value web_acl::toValue(const Body& v) {
  return cfn::fields({
      {"OversizeHandling", v.OversizeHandling},
  });
}

cfn::Value web_acl::toValue(const CookieMatchPattern& v) {
  return cfn::fields({
      {"All", v.All},
      {"ExcludedCookies", v.ExcludedCookies},
      {"IncludedCookies", v.IncludedCookies},
  });
}

cfn::Value web_acl::toValue(const Cookies& v) {
  return cfn::fields({
      {"MatchPattern", v.MatchPattern},
      {"MatchScope", v.MatchScope},
      {"OversizeHandling", v.OversizeHandling},
  });
}

cfn::Value web_acl::toValue(const HeaderOrder& v) {
  return cfn::fields({
      {"OversizeHandling", v.OversizeHandling},
  });
}

cfn::Value web_acl::toValue(const HeaderMatchPattern& v) {
  return cfn::fields({
      {"All", v.All},
      {"ExcludedHeaders", v.ExcludedHeaders},
      {"IncludedHeaders", v.IncludedHeaders},
  });
}

cfn::Value web_acl::toValue(const Headers& v) {
  return cfn::fields({
      {"MatchPattern", v.MatchPattern},
      {"MatchScope", v.MatchScope},
      {"OversizeHandling", v.OversizeHandling},
  });
}

cfn::Value web_acl::toValue(const JA3Fingerprint& v) {
  return cfn::fields({
      {"FallbackBehavior", v.FallbackBehavior},
  });
}

cfn::Value web_acl::toValue(const JA4Fingerprint& v) {
  return cfn::fields({
      {"FallbackBehavior", v.FallbackBehavior},
  });
}

cfn::Value web_acl::toValue(const JsonMatchPattern& v) {
  return cfn::fields({
      {"All", v.All},
      {"IncludedPaths", v.IncludedPaths},
  });
}

cfn::Value web_acl::toValue(const JsonBody& v) {
  return cfn::fields({
      {"InvalidFallbackBehavior", v.InvalidFallbackBehavior},
      {"MatchPattern", v.MatchPattern},
      {"MatchScope", v.MatchScope},
      {"OversizeHandling", v.OversizeHandling},
  });
}

cfn::Value web_acl::toValue(const SingleHeader& v) {
  return cfn::fields({
      {"Name", v.Name},
  });
}

cfn::Value web_acl::toValue(const SingleQueryArgument& v) {
  return cfn::fields({
      {"Name", v.Name},
  });
}

cfn::Value web_acl::toValue(const UriFragment& v) {
  return cfn::fields({
      {"FallbackBehavior", v.FallbackBehavior},
  });
}

cfn::Value web_acl::toValue(const FieldToMatch& v) {
  return cfn::fields({
      {"AllQueryArguments", v.AllQueryArguments},
      {"Body", v.Body},
      {"Cookies", v.Cookies},
      {"HeaderOrder", v.HeaderOrder},
      {"Headers", v.Headers},
      {"JA3Fingerprint", v.JA3Fingerprint},
      {"JA4Fingerprint", v.JA4Fingerprint},
      {"JsonBody", v.JsonBody},
      {"Method", v.Method},
      {"QueryString", v.QueryString},
      {"SingleHeader", v.SingleHeader},
      {"SingleQueryArgument", v.SingleQueryArgument},
      {"UriFragment", v.UriFragment},
      {"UriPath", v.UriPath},
  });
}

cfn::Value web_acl::toValue(const TextTransformation& v) {
  return cfn::fields({
      {"Priority", v.Priority},
      {"Type", v.Type},
  });
}

cfn::Value web_acl::toValue(const ByteMatchStatement& v) {
  return cfn::fields({
      {"FieldToMatch", v.FieldToMatch},
      {"PositionalConstraint", v.PositionalConstraint},
      {"SearchString", v.SearchString},
      {"SearchStringBase64", v.SearchStringBase64},
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const GeoMatchStatement& v) {
  return cfn::fields({
      {"CountryCodes", v.CountryCodes},
      {"ForwardedIPConfig", v.ForwardedIPConfig},
  });
}

cfn::Value web_acl::toValue(const IPSetForwardedIPConfiguration& v) {
  return cfn::fields({
      {"FallbackBehavior", v.FallbackBehavior},
      {"HeaderName", v.HeaderName},
      {"Position", v.Position},
  });
}

cfn::Value web_acl::toValue(const IPSetReferenceStatement& v) {
  return cfn::fields({
      {"Arn", v.Arn},
      {"IPSetForwardedIPConfig", v.IPSetForwardedIPConfig},
  });
}

cfn::Value web_acl::toValue(const LabelMatchStatement& v) {
  return cfn::fields({
      {"Key", v.Key},
      {"Scope", v.Scope},
  });
}

cfn::Value web_acl::toValue(const ExcludedRule& v) {
  return cfn::fields({
      {"Name", v.Name},
  });
}

cfn::Value web_acl::toValue(const AddressField& v) {
  return cfn::fields({
      {"Identifier", v.Identifier},
  });
}

cfn::Value web_acl::toValue(const FieldIdentifier& v) {
  return cfn::fields({
      {"Identifier", v.Identifier},
  });
}

cfn::Value web_acl::toValue(const PhoneNumberField& v) {
  return cfn::fields({
      {"Identifier", v.Identifier},
  });
}

cfn::Value web_acl::toValue(const RequestInspectionACFP& v) {
  return cfn::fields({
      {"AddressFields", v.AddressFields},
      {"EmailField", v.EmailField},
      {"PasswordField", v.PasswordField},
      {"PayloadType", v.PayloadType},
      {"PhoneNumberFields", v.PhoneNumberFields},
      {"UsernameField", v.UsernameField},
  });
}

cfn::Value web_acl::toValue(const ResponseInspectionBodyContains& v) {
  return cfn::fields({
      {"FailureStrings", v.FailureStrings},
      {"SuccessStrings", v.SuccessStrings},
  });
}

cfn::Value web_acl::toValue(const ResponseInspectionHeader& v) {
  return cfn::fields({
      {"FailureValues", v.FailureValues},
      {"Name", v.Name},
      {"SuccessValues", v.SuccessValues},
  });
}

cfn::Value web_acl::toValue(const ResponseInspectionJson& v) {
  return cfn::fields({
      {"FailureValues", v.FailureValues},
      {"Identifier", v.Identifier},
      {"SuccessValues", v.SuccessValues},
  });
}

cfn::Value web_acl::toValue(const ResponseInspectionStatusCode& v) {
  return cfn::fields({
      {"FailureCodes", v.FailureCodes},
      {"SuccessCodes", v.SuccessCodes},
  });
}

cfn::Value web_acl::toValue(const ResponseInspection& v) {
  return cfn::fields({
      {"BodyContains", v.BodyContains},
      {"Header", v.Header},
      {"Json", v.Json},
      {"StatusCode", v.StatusCode},
  });
}

cfn::Value web_acl::toValue(const AWSManagedRulesACFPRuleSet& v) {
  return cfn::fields({
      {"CreationPath", v.CreationPath},
      {"EnableRegexInPath", v.EnableRegexInPath},
      {"RegistrationPagePath", v.RegistrationPagePath},
      {"RequestInspection", v.RequestInspection},
      {"ResponseInspection", v.ResponseInspection},
  });
}

cfn::Value web_acl::toValue(const RequestInspection& v) {
  return cfn::fields({
      {"PasswordField", v.PasswordField},
      {"PayloadType", v.PayloadType},
      {"UsernameField", v.UsernameField},
  });
}

cfn::Value web_acl::toValue(const AWSManagedRulesATPRuleSet& v) {
  return cfn::fields({
      {"EnableRegexInPath", v.EnableRegexInPath},
      {"LoginPath", v.LoginPath},
      {"RequestInspection", v.RequestInspection},
      {"ResponseInspection", v.ResponseInspection},
  });
}

cfn::Value web_acl::toValue(const Regex& v) {
  return cfn::fields({
      {"RegexString", v.RegexString},
  });
}

cfn::Value web_acl::toValue(const ClientSideAction& v) {
  return cfn::fields({
      {"ExemptUriRegularExpressions", v.ExemptUriRegularExpressions},
      {"Sensitivity", v.Sensitivity},
      {"UsageOfAction", v.UsageOfAction},
  });
}

cfn::Value web_acl::toValue(const ClientSideActionConfig& v) {
  return cfn::fields({
      {"Challenge", v.Challenge},
  });
}

cfn::Value web_acl::toValue(const AWSManagedRulesAntiDDoSRuleSet& v) {
  return cfn::fields({
      {"ClientSideActionConfig", v.ClientSideActionConfig},
      {"SensitivityToBlock", v.SensitivityToBlock},
  });
}

cfn::Value web_acl::toValue(const AWSManagedRulesBotControlRuleSet& v) {
  return cfn::fields({
      {"EnableMachineLearning", v.EnableMachineLearning},
      {"InspectionLevel", v.InspectionLevel},
  });
}

cfn::Value web_acl::toValue(const ManagedRuleGroupConfig& v) {
  return cfn::fields({
      {"AWSManagedRulesACFPRuleSet", v.AWSManagedRulesACFPRuleSet},
      {"AWSManagedRulesATPRuleSet", v.AWSManagedRulesATPRuleSet},
      {"AWSManagedRulesAntiDDoSRuleSet", v.AWSManagedRulesAntiDDoSRuleSet},
      {"AWSManagedRulesBotControlRuleSet", v.AWSManagedRulesBotControlRuleSet},
      {"LoginPath", v.LoginPath},
      {"PasswordField", v.PasswordField},
      {"PayloadType", v.PayloadType},
      {"UsernameField", v.UsernameField},
  });
}

cfn::Value web_acl::toValue(const RuleActionOverride& v) {
  return cfn::fields({
      {"ActionToUse", v.ActionToUse},
      {"Name", v.Name},
  });
}

cfn::Value web_acl::toValue(const ManagedRuleGroupStatement& v) {
  return cfn::fields({
      {"ExcludedRules", v.ExcludedRules},
      {"ManagedRuleGroupConfigs", v.ManagedRuleGroupConfigs},
      {"Name", v.Name},
      {"RuleActionOverrides", v.RuleActionOverrides},
      {"ScopeDownStatement", v.ScopeDownStatement},
      {"VendorName", v.VendorName},
      {"Version", v.Version},
  });
}

cfn::Value web_acl::toValue(const NotStatement& v) {
  return cfn::fields({
      {"Statement", v.Statement},
  });
}

cfn::Value web_acl::toValue(const OrStatement& v) {
  return cfn::fields({
      {"Statements", v.Statements},
  });
}

cfn::Value web_acl::toValue(const RateLimitCookie& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const RateLimitHeader& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const RateLimitJA3Fingerprint& v) {
  return cfn::fields({
      {"FallbackBehavior", v.FallbackBehavior},
  });
}

cfn::Value web_acl::toValue(const RateLimitJA4Fingerprint& v) {
  return cfn::fields({
      {"FallbackBehavior", v.FallbackBehavior},
  });
}

cfn::Value web_acl::toValue(const RateLimitLabelNamespace& v) {
  return cfn::fields({
      {"Namespace", v.Namespace},
  });
}

cfn::Value web_acl::toValue(const RateLimitQueryArgument& v) {
  return cfn::fields({
      {"Name", v.Name},
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const RateLimitQueryString& v) {
  return cfn::fields({
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const RateLimitUriPath& v) {
  return cfn::fields({
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const RateBasedStatementCustomKey& v) {
  return cfn::fields({
      {"ASN", v.ASN},
      {"Cookie", v.Cookie},
      {"ForwardedIP", v.ForwardedIP},
      {"HTTPMethod", v.HTTPMethod},
      {"Header", v.Header},
      {"IP", v.IP},
      {"JA3Fingerprint", v.JA3Fingerprint},
      {"JA4Fingerprint", v.JA4Fingerprint},
      {"LabelNamespace", v.LabelNamespace},
      {"QueryArgument", v.QueryArgument},
      {"QueryString", v.QueryString},
      {"UriPath", v.UriPath},
  });
}

cfn::Value web_acl::toValue(const RateBasedStatement& v) {
  return cfn::fields({
      {"AggregateKeyType", v.AggregateKeyType},
      {"CustomKeys", v.CustomKeys},
      {"EvaluationWindowSec", v.EvaluationWindowSec},
      {"ForwardedIPConfig", v.ForwardedIPConfig},
      {"Limit", v.Limit},
      {"ScopeDownStatement", v.ScopeDownStatement},
  });
}

cfn::Value web_acl::toValue(const RegexMatchStatement& v) {
  return cfn::fields({
      {"FieldToMatch", v.FieldToMatch},
      {"RegexString", v.RegexString},
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const RegexPatternSetReferenceStatement& v) {
  return cfn::fields({
      {"Arn", v.Arn},
      {"FieldToMatch", v.FieldToMatch},
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const RuleGroupReferenceStatement& v) {
  return cfn::fields({
      {"Arn", v.Arn},
      {"ExcludedRules", v.ExcludedRules},
      {"RuleActionOverrides", v.RuleActionOverrides},
  });
}

cfn::Value web_acl::toValue(const SizeConstraintStatement& v) {
  return cfn::fields({
      {"ComparisonOperator", v.ComparisonOperator},
      {"FieldToMatch", v.FieldToMatch},
      {"Size", v.Size},
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const SqliMatchStatement& v) {
  return cfn::fields({
      {"FieldToMatch", v.FieldToMatch},
      {"SensitivityLevel", v.SensitivityLevel},
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const XssMatchStatement& v) {
  return cfn::fields({
      {"FieldToMatch", v.FieldToMatch},
      {"TextTransformations", v.TextTransformations},
  });
}

cfn::Value web_acl::toValue(const Statement& v) {
  return cfn::fields({
      {"AndStatement", v.AndStatement},
      {"AsnMatchStatement", v.AsnMatchStatement},
      {"ByteMatchStatement", v.ByteMatchStatement},
      {"GeoMatchStatement", v.GeoMatchStatement},
      {"IPSetReferenceStatement", v.IPSetReferenceStatement},
      {"LabelMatchStatement", v.LabelMatchStatement},
      {"ManagedRuleGroupStatement", v.ManagedRuleGroupStatement},
      {"NotStatement", v.NotStatement},
      {"OrStatement", v.OrStatement},
      {"RateBasedStatement", v.RateBasedStatement},
      {"RegexMatchStatement", v.RegexMatchStatement},
      {"RegexPatternSetReferenceStatement", v.RegexPatternSetReferenceStatement},
      {"RuleGroupReferenceStatement", v.RuleGroupReferenceStatement},
      {"SizeConstraintStatement", v.SizeConstraintStatement},
      {"SqliMatchStatement", v.SqliMatchStatement},
      {"XssMatchStatement", v.XssMatchStatement},
  });
}

cfn::Value web_acl::toValue(const VisibilityConfig& v) {
  return cfn::fields({
      {"CloudWatchMetricsEnabled", v.CloudWatchMetricsEnabled},
      {"MetricName", v.MetricName},
      {"SampledRequestsEnabled", v.SampledRequestsEnabled},
  });
}

cfn::Value web_acl::toValue(const Rule& v) {
  return cfn::fields({
      {"Action", v.Action},
      {"CaptchaConfig", v.CaptchaConfig},
      {"ChallengeConfig", v.ChallengeConfig},
      {"Name", v.Name},
      {"OverrideAction", v.OverrideAction},
      {"Priority", v.Priority},
      {"RuleLabels", v.RuleLabels},
      {"Statement", v.Statement},
      {"VisibilityConfig", v.VisibilityConfig},
  });
}

cfn::Map properties(const WebACL& v) {
  return cfn::fields({
      {"ApplicationConfig", v.ApplicationConfig},
      {"AssociationConfig", v.AssociationConfig},
      {"CaptchaConfig", v.CaptchaConfig},
      {"ChallengeConfig", v.ChallengeConfig},
      {"CustomResponseBodies", v.CustomResponseBodies},
      {"DataProtectionConfig", v.DataProtectionConfig},
      {"DefaultAction", v.DefaultAction},
      {"Description", v.Description},
      {"Name", v.Name},
      {"OnSourceDDoSProtectionConfig", v.OnSourceDDoSProtectionConfig},
      {"Rules", v.Rules},
      {"Scope", v.Scope},
      {"Tags", v.Tags},
      {"TokenDomains", v.TokenDomains},
      {"VisibilityConfig", v.VisibilityConfig},
  });
}

cfn::Map properties(const WebACLAssociation& v) {
  return cfn::fields({
      {"ResourceArn", v.ResourceArn},
      {"WebACLArn", v.WebACLArn},
  });
}

}  // namespace aws::wafv2
