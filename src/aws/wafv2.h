// Written by src/aws/generate.py from the schemas of cfn-lint 1.51.0. Do not edit.
#pragma once

#include "cloudformation/template.h"

namespace aws::wafv2 {

namespace web_acl {
struct ApplicationAttribute {
  cfn::Required<std::string> Name;
  cfn::Required<std::vector<std::string>> Values;
};
cfn::Value toValue(const ApplicationAttribute&);

struct ApplicationConfig {
  cfn::Required<std::vector<web_acl::ApplicationAttribute>> Attributes;
};
cfn::Value toValue(const ApplicationConfig&);

struct AssociationConfig {
  cfn::Property<cfn::Json> RequestBody{};
};
cfn::Value toValue(const AssociationConfig&);

struct ImmunityTimeProperty {
  cfn::Required<std::int64_t> ImmunityTime;
};
cfn::Value toValue(const ImmunityTimeProperty&);

struct CaptchaConfig {
  cfn::Property<web_acl::ImmunityTimeProperty> ImmunityTimeProperty{};
};
cfn::Value toValue(const CaptchaConfig&);

struct ChallengeConfig {
  cfn::Property<web_acl::ImmunityTimeProperty> ImmunityTimeProperty{};
};
cfn::Value toValue(const ChallengeConfig&);

struct FieldToProtect {
  cfn::Property<std::vector<std::string>> FieldKeys{};
  cfn::Required<cfn::OneOf<"SINGLE_HEADER", "SINGLE_COOKIE", "SINGLE_QUERY_ARGUMENT", "QUERY_STRING", "BODY">> FieldType;
};
cfn::Value toValue(const FieldToProtect&);

struct DataProtect {
  cfn::Required<cfn::OneOf<"SUBSTITUTION", "HASH">> Action;
  cfn::Property<bool> ExcludeRateBasedDetails{};
  cfn::Property<bool> ExcludeRuleMatchDetails{};
  cfn::Required<web_acl::FieldToProtect> Field;
};
cfn::Value toValue(const DataProtect&);

struct DataProtectionConfig {
  cfn::Required<std::vector<web_acl::DataProtect>> DataProtections;
};
cfn::Value toValue(const DataProtectionConfig&);

struct CustomHTTPHeader {
  cfn::Required<std::string> Name;
  cfn::Required<std::string> Value;
};
cfn::Value toValue(const CustomHTTPHeader&);

struct CustomRequestHandling {
  cfn::Required<std::vector<web_acl::CustomHTTPHeader>> InsertHeaders;
};
cfn::Value toValue(const CustomRequestHandling&);

struct AllowAction {
  cfn::Property<web_acl::CustomRequestHandling> CustomRequestHandling{};
};
cfn::Value toValue(const AllowAction&);

struct CustomResponse {
  cfn::Property<std::string> CustomResponseBodyKey{};
  cfn::Required<std::int64_t> ResponseCode;
  cfn::Property<std::vector<web_acl::CustomHTTPHeader>> ResponseHeaders{};
};
cfn::Value toValue(const CustomResponse&);

struct BlockAction {
  cfn::Property<web_acl::CustomResponse> CustomResponse{};
};
cfn::Value toValue(const BlockAction&);

struct DefaultAction {
  cfn::Property<web_acl::AllowAction> Allow{};
  cfn::Property<web_acl::BlockAction> Block{};
};
cfn::Value toValue(const DefaultAction&);

struct OnSourceDDoSProtectionConfig {
  cfn::Required<cfn::OneOf<"ACTIVE_UNDER_DDOS", "ALWAYS_ON">> ALBLowReputationMode;
};
cfn::Value toValue(const OnSourceDDoSProtectionConfig&);

struct CaptchaAction {
  cfn::Property<web_acl::CustomRequestHandling> CustomRequestHandling{};
};
cfn::Value toValue(const CaptchaAction&);

struct ChallengeAction {
  cfn::Property<web_acl::CustomRequestHandling> CustomRequestHandling{};
};
cfn::Value toValue(const ChallengeAction&);

struct CountAction {
  cfn::Property<web_acl::CustomRequestHandling> CustomRequestHandling{};
};
cfn::Value toValue(const CountAction&);

struct RuleAction {
  cfn::Property<web_acl::AllowAction> Allow{};
  cfn::Property<web_acl::BlockAction> Block{};
  cfn::Property<web_acl::CaptchaAction> Captcha{};
  cfn::Property<web_acl::ChallengeAction> Challenge{};
  cfn::Property<web_acl::CountAction> Count{};
};
cfn::Value toValue(const RuleAction&);

struct OverrideAction {
  cfn::Property<cfn::Json> Count{};
  cfn::Property<cfn::Json> None{};
};
cfn::Value toValue(const OverrideAction&);

struct Label {
  cfn::Required<std::string> Name;
};
cfn::Value toValue(const Label&);

struct AndStatement {
  cfn::Required<std::vector<cfn::Json>> Statements;
};
cfn::Value toValue(const AndStatement&);

struct ForwardedIPConfiguration {
  cfn::Required<cfn::OneOf<"MATCH", "NO_MATCH">> FallbackBehavior;
  cfn::Required<std::string> HeaderName;
};
cfn::Value toValue(const ForwardedIPConfiguration&);

struct AsnMatchStatement {
  cfn::Property<std::vector<std::int64_t>> AsnList{};
  cfn::Property<web_acl::ForwardedIPConfiguration> ForwardedIPConfig{};
};
cfn::Value toValue(const AsnMatchStatement&);

struct Body {
  cfn::Property<cfn::OneOf<"CONTINUE", "MATCH", "NO_MATCH">> OversizeHandling{};
};
cfn::Value toValue(const Body&);

struct CookieMatchPattern {
  cfn::Property<cfn::Json> All{};
  cfn::Property<std::vector<std::string>> ExcludedCookies{};
  cfn::Property<std::vector<std::string>> IncludedCookies{};
};
cfn::Value toValue(const CookieMatchPattern&);

struct Cookies {
  cfn::Required<web_acl::CookieMatchPattern> MatchPattern;
  cfn::Required<cfn::OneOf<"ALL", "KEY", "VALUE">> MatchScope;
  cfn::Required<cfn::OneOf<"CONTINUE", "MATCH", "NO_MATCH">> OversizeHandling;
};
cfn::Value toValue(const Cookies&);

struct HeaderOrder {
  cfn::Required<cfn::OneOf<"CONTINUE", "MATCH", "NO_MATCH">> OversizeHandling;
};
cfn::Value toValue(const HeaderOrder&);

struct HeaderMatchPattern {
  cfn::Property<cfn::Json> All{};
  cfn::Property<std::vector<std::string>> ExcludedHeaders{};
  cfn::Property<std::vector<std::string>> IncludedHeaders{};
};
cfn::Value toValue(const HeaderMatchPattern&);

struct Headers {
  cfn::Required<web_acl::HeaderMatchPattern> MatchPattern;
  cfn::Required<cfn::OneOf<"ALL", "KEY", "VALUE">> MatchScope;
  cfn::Required<cfn::OneOf<"CONTINUE", "MATCH", "NO_MATCH">> OversizeHandling;
};
cfn::Value toValue(const Headers&);

struct JA3Fingerprint {
  cfn::Required<cfn::OneOf<"MATCH", "NO_MATCH">> FallbackBehavior;
};
cfn::Value toValue(const JA3Fingerprint&);

struct JA4Fingerprint {
  cfn::Required<cfn::OneOf<"MATCH", "NO_MATCH">> FallbackBehavior;
};
cfn::Value toValue(const JA4Fingerprint&);

struct JsonMatchPattern {
  cfn::Property<cfn::Json> All{};
  cfn::Property<std::vector<std::string>> IncludedPaths{};
};
cfn::Value toValue(const JsonMatchPattern&);

struct JsonBody {
  cfn::Property<cfn::OneOf<"MATCH", "NO_MATCH", "EVALUATE_AS_STRING">> InvalidFallbackBehavior{};
  cfn::Required<web_acl::JsonMatchPattern> MatchPattern;
  cfn::Required<cfn::OneOf<"ALL", "KEY", "VALUE">> MatchScope;
  cfn::Property<cfn::OneOf<"CONTINUE", "MATCH", "NO_MATCH">> OversizeHandling{};
};
cfn::Value toValue(const JsonBody&);

struct SingleHeader {
  cfn::Required<std::string> Name;
};
cfn::Value toValue(const SingleHeader&);

struct SingleQueryArgument {
  cfn::Required<std::string> Name;
};
cfn::Value toValue(const SingleQueryArgument&);

struct UriFragment {
  cfn::Property<cfn::OneOf<"MATCH", "NO_MATCH">> FallbackBehavior{};
};
cfn::Value toValue(const UriFragment&);

struct FieldToMatch {
  cfn::Property<cfn::Json> AllQueryArguments{};
  cfn::Property<web_acl::Body> Body{};
  cfn::Property<web_acl::Cookies> Cookies{};
  cfn::Property<web_acl::HeaderOrder> HeaderOrder{};
  cfn::Property<web_acl::Headers> Headers{};
  cfn::Property<web_acl::JA3Fingerprint> JA3Fingerprint{};
  cfn::Property<web_acl::JA4Fingerprint> JA4Fingerprint{};
  cfn::Property<web_acl::JsonBody> JsonBody{};
  cfn::Property<cfn::Json> Method{};
  cfn::Property<cfn::Json> QueryString{};
  cfn::Property<web_acl::SingleHeader> SingleHeader{};
  cfn::Property<web_acl::SingleQueryArgument> SingleQueryArgument{};
  cfn::Property<web_acl::UriFragment> UriFragment{};
  cfn::Property<cfn::Json> UriPath{};
};
cfn::Value toValue(const FieldToMatch&);

struct TextTransformation {
  cfn::Required<std::int64_t> Priority;
  cfn::Required<cfn::OneOf<"NONE", "COMPRESS_WHITE_SPACE", "HTML_ENTITY_DECODE", "LOWERCASE", "CMD_LINE", "URL_DECODE", "BASE64_DECODE", "HEX_DECODE", "MD5", "REPLACE_COMMENTS", "ESCAPE_SEQ_DECODE", "SQL_HEX_DECODE", "CSS_DECODE", "JS_DECODE", "NORMALIZE_PATH", "NORMALIZE_PATH_WIN", "REMOVE_NULLS", "REPLACE_NULLS", "BASE64_DECODE_EXT", "URL_DECODE_UNI", "UTF8_TO_UNICODE">> Type;
};
cfn::Value toValue(const TextTransformation&);

struct ByteMatchStatement {
  cfn::Required<web_acl::FieldToMatch> FieldToMatch;
  cfn::Required<cfn::OneOf<"EXACTLY", "STARTS_WITH", "ENDS_WITH", "CONTAINS", "CONTAINS_WORD">> PositionalConstraint;
  cfn::Property<std::string> SearchString{};
  cfn::Property<std::string> SearchStringBase64{};
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const ByteMatchStatement&);

struct GeoMatchStatement {
  cfn::Property<std::vector<std::string>> CountryCodes{};
  cfn::Property<web_acl::ForwardedIPConfiguration> ForwardedIPConfig{};
};
cfn::Value toValue(const GeoMatchStatement&);

struct IPSetForwardedIPConfiguration {
  cfn::Required<cfn::OneOf<"MATCH", "NO_MATCH">> FallbackBehavior;
  cfn::Required<std::string> HeaderName;
  cfn::Required<cfn::OneOf<"FIRST", "LAST", "ANY">> Position;
};
cfn::Value toValue(const IPSetForwardedIPConfiguration&);

struct IPSetReferenceStatement {
  cfn::Required<std::string> Arn;
  cfn::Property<web_acl::IPSetForwardedIPConfiguration> IPSetForwardedIPConfig{};
};
cfn::Value toValue(const IPSetReferenceStatement&);

struct LabelMatchStatement {
  cfn::Required<std::string> Key;
  cfn::Required<cfn::OneOf<"LABEL", "NAMESPACE">> Scope;
};
cfn::Value toValue(const LabelMatchStatement&);

struct ExcludedRule {
  cfn::Required<std::string> Name;
};
cfn::Value toValue(const ExcludedRule&);

struct AddressField {
  cfn::Required<std::string> Identifier;
};
cfn::Value toValue(const AddressField&);

struct FieldIdentifier {
  cfn::Required<std::string> Identifier;
};
cfn::Value toValue(const FieldIdentifier&);

struct PhoneNumberField {
  cfn::Required<std::string> Identifier;
};
cfn::Value toValue(const PhoneNumberField&);

struct RequestInspectionACFP {
  cfn::Property<std::vector<web_acl::AddressField>> AddressFields{};
  cfn::Property<web_acl::FieldIdentifier> EmailField{};
  cfn::Property<web_acl::FieldIdentifier> PasswordField{};
  cfn::Required<cfn::OneOf<"JSON", "FORM_ENCODED">> PayloadType;
  cfn::Property<std::vector<web_acl::PhoneNumberField>> PhoneNumberFields{};
  cfn::Property<web_acl::FieldIdentifier> UsernameField{};
};
cfn::Value toValue(const RequestInspectionACFP&);

struct ResponseInspectionBodyContains {
  cfn::Required<std::vector<std::string>> FailureStrings;
  cfn::Required<std::vector<std::string>> SuccessStrings;
};
cfn::Value toValue(const ResponseInspectionBodyContains&);

struct ResponseInspectionHeader {
  cfn::Required<std::vector<std::string>> FailureValues;
  cfn::Required<std::string> Name;
  cfn::Required<std::vector<std::string>> SuccessValues;
};
cfn::Value toValue(const ResponseInspectionHeader&);

struct ResponseInspectionJson {
  cfn::Required<std::vector<std::string>> FailureValues;
  cfn::Required<std::string> Identifier;
  cfn::Required<std::vector<std::string>> SuccessValues;
};
cfn::Value toValue(const ResponseInspectionJson&);

struct ResponseInspectionStatusCode {
  cfn::Required<std::vector<std::int64_t>> FailureCodes;
  cfn::Required<std::vector<std::int64_t>> SuccessCodes;
};
cfn::Value toValue(const ResponseInspectionStatusCode&);

struct ResponseInspection {
  cfn::Property<web_acl::ResponseInspectionBodyContains> BodyContains{};
  cfn::Property<web_acl::ResponseInspectionHeader> Header{};
  cfn::Property<web_acl::ResponseInspectionJson> Json{};
  cfn::Property<web_acl::ResponseInspectionStatusCode> StatusCode{};
};
cfn::Value toValue(const ResponseInspection&);

struct AWSManagedRulesACFPRuleSet {
  cfn::Required<std::string> CreationPath;
  cfn::Property<bool> EnableRegexInPath{};
  cfn::Required<std::string> RegistrationPagePath;
  cfn::Required<web_acl::RequestInspectionACFP> RequestInspection;
  cfn::Property<web_acl::ResponseInspection> ResponseInspection{};
};
cfn::Value toValue(const AWSManagedRulesACFPRuleSet&);

struct RequestInspection {
  cfn::Required<web_acl::FieldIdentifier> PasswordField;
  cfn::Required<cfn::OneOf<"JSON", "FORM_ENCODED">> PayloadType;
  cfn::Required<web_acl::FieldIdentifier> UsernameField;
};
cfn::Value toValue(const RequestInspection&);

struct AWSManagedRulesATPRuleSet {
  cfn::Property<bool> EnableRegexInPath{};
  cfn::Required<std::string> LoginPath;
  cfn::Property<web_acl::RequestInspection> RequestInspection{};
  cfn::Property<web_acl::ResponseInspection> ResponseInspection{};
};
cfn::Value toValue(const AWSManagedRulesATPRuleSet&);

struct Regex {
  cfn::Property<std::string> RegexString{};
};
cfn::Value toValue(const Regex&);

struct ClientSideAction {
  cfn::Property<std::vector<web_acl::Regex>> ExemptUriRegularExpressions{};
  cfn::Property<cfn::OneOf<"LOW", "MEDIUM", "HIGH">> Sensitivity{};
  cfn::Required<cfn::OneOf<"ENABLED", "DISABLED">> UsageOfAction;
};
cfn::Value toValue(const ClientSideAction&);

struct ClientSideActionConfig {
  cfn::Required<web_acl::ClientSideAction> Challenge;
};
cfn::Value toValue(const ClientSideActionConfig&);

struct AWSManagedRulesAntiDDoSRuleSet {
  cfn::Required<web_acl::ClientSideActionConfig> ClientSideActionConfig;
  cfn::Property<cfn::OneOf<"LOW", "MEDIUM", "HIGH">> SensitivityToBlock{};
};
cfn::Value toValue(const AWSManagedRulesAntiDDoSRuleSet&);

struct AWSManagedRulesBotControlRuleSet {
  cfn::Property<bool> EnableMachineLearning{};
  cfn::Required<cfn::OneOf<"COMMON", "TARGETED">> InspectionLevel;
};
cfn::Value toValue(const AWSManagedRulesBotControlRuleSet&);

struct ManagedRuleGroupConfig {
  cfn::Property<web_acl::AWSManagedRulesACFPRuleSet> AWSManagedRulesACFPRuleSet{};
  cfn::Property<web_acl::AWSManagedRulesATPRuleSet> AWSManagedRulesATPRuleSet{};
  cfn::Property<web_acl::AWSManagedRulesAntiDDoSRuleSet> AWSManagedRulesAntiDDoSRuleSet{};
  cfn::Property<web_acl::AWSManagedRulesBotControlRuleSet> AWSManagedRulesBotControlRuleSet{};
  cfn::Property<std::string> LoginPath{};
  cfn::Property<web_acl::FieldIdentifier> PasswordField{};
  cfn::Property<cfn::OneOf<"JSON", "FORM_ENCODED">> PayloadType{};
  cfn::Property<web_acl::FieldIdentifier> UsernameField{};
};
cfn::Value toValue(const ManagedRuleGroupConfig&);

struct RuleActionOverride {
  cfn::Required<web_acl::RuleAction> ActionToUse;
  cfn::Required<std::string> Name;
};
cfn::Value toValue(const RuleActionOverride&);

struct ManagedRuleGroupStatement {
  cfn::Property<std::vector<web_acl::ExcludedRule>> ExcludedRules{};
  cfn::Property<std::vector<web_acl::ManagedRuleGroupConfig>> ManagedRuleGroupConfigs{};
  cfn::Required<std::string> Name;
  cfn::Property<std::vector<web_acl::RuleActionOverride>> RuleActionOverrides{};
  cfn::Property<cfn::Json> ScopeDownStatement{};
  cfn::Required<std::string> VendorName;
  cfn::Property<std::string> Version{};
};
cfn::Value toValue(const ManagedRuleGroupStatement&);

struct NotStatement {
  cfn::Required<cfn::Json> Statement;
};
cfn::Value toValue(const NotStatement&);

struct OrStatement {
  cfn::Required<std::vector<cfn::Json>> Statements;
};
cfn::Value toValue(const OrStatement&);

struct RateLimitCookie {
  cfn::Required<std::string> Name;
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const RateLimitCookie&);

struct RateLimitHeader {
  cfn::Required<std::string> Name;
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const RateLimitHeader&);

struct RateLimitJA3Fingerprint {
  cfn::Required<cfn::OneOf<"MATCH", "NO_MATCH">> FallbackBehavior;
};
cfn::Value toValue(const RateLimitJA3Fingerprint&);

struct RateLimitJA4Fingerprint {
  cfn::Required<cfn::OneOf<"MATCH", "NO_MATCH">> FallbackBehavior;
};
cfn::Value toValue(const RateLimitJA4Fingerprint&);

struct RateLimitLabelNamespace {
  cfn::Required<std::string> Namespace;
};
cfn::Value toValue(const RateLimitLabelNamespace&);

struct RateLimitQueryArgument {
  cfn::Required<std::string> Name;
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const RateLimitQueryArgument&);

struct RateLimitQueryString {
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const RateLimitQueryString&);

struct RateLimitUriPath {
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const RateLimitUriPath&);

struct RateBasedStatementCustomKey {
  cfn::Property<cfn::Json> ASN{};
  cfn::Property<web_acl::RateLimitCookie> Cookie{};
  cfn::Property<cfn::Json> ForwardedIP{};
  cfn::Property<cfn::Json> HTTPMethod{};
  cfn::Property<web_acl::RateLimitHeader> Header{};
  cfn::Property<cfn::Json> IP{};
  cfn::Property<web_acl::RateLimitJA3Fingerprint> JA3Fingerprint{};
  cfn::Property<web_acl::RateLimitJA4Fingerprint> JA4Fingerprint{};
  cfn::Property<web_acl::RateLimitLabelNamespace> LabelNamespace{};
  cfn::Property<web_acl::RateLimitQueryArgument> QueryArgument{};
  cfn::Property<web_acl::RateLimitQueryString> QueryString{};
  cfn::Property<web_acl::RateLimitUriPath> UriPath{};
};
cfn::Value toValue(const RateBasedStatementCustomKey&);

struct RateBasedStatement {
  cfn::Required<cfn::OneOf<"CONSTANT", "IP", "FORWARDED_IP", "CUSTOM_KEYS">> AggregateKeyType;
  cfn::Property<std::vector<web_acl::RateBasedStatementCustomKey>> CustomKeys{};
  cfn::Property<std::int64_t> EvaluationWindowSec{};
  cfn::Property<web_acl::ForwardedIPConfiguration> ForwardedIPConfig{};
  cfn::Required<std::int64_t> Limit;
  cfn::Property<cfn::Json> ScopeDownStatement{};
};
cfn::Value toValue(const RateBasedStatement&);

struct RegexMatchStatement {
  cfn::Required<web_acl::FieldToMatch> FieldToMatch;
  cfn::Required<std::string> RegexString;
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const RegexMatchStatement&);

struct RegexPatternSetReferenceStatement {
  cfn::Required<std::string> Arn;
  cfn::Required<web_acl::FieldToMatch> FieldToMatch;
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const RegexPatternSetReferenceStatement&);

struct RuleGroupReferenceStatement {
  cfn::Required<std::string> Arn;
  cfn::Property<std::vector<web_acl::ExcludedRule>> ExcludedRules{};
  cfn::Property<std::vector<web_acl::RuleActionOverride>> RuleActionOverrides{};
};
cfn::Value toValue(const RuleGroupReferenceStatement&);

struct SizeConstraintStatement {
  cfn::Required<cfn::OneOf<"EQ", "NE", "LE", "LT", "GE", "GT">> ComparisonOperator;
  cfn::Required<web_acl::FieldToMatch> FieldToMatch;
  cfn::Required<double> Size;
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const SizeConstraintStatement&);

struct SqliMatchStatement {
  cfn::Required<web_acl::FieldToMatch> FieldToMatch;
  cfn::Property<cfn::OneOf<"LOW", "HIGH">> SensitivityLevel{};
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const SqliMatchStatement&);

struct XssMatchStatement {
  cfn::Required<web_acl::FieldToMatch> FieldToMatch;
  cfn::Required<std::vector<web_acl::TextTransformation>> TextTransformations;
};
cfn::Value toValue(const XssMatchStatement&);

struct Statement {
  cfn::Property<web_acl::AndStatement> AndStatement{};
  cfn::Property<web_acl::AsnMatchStatement> AsnMatchStatement{};
  cfn::Property<web_acl::ByteMatchStatement> ByteMatchStatement{};
  cfn::Property<web_acl::GeoMatchStatement> GeoMatchStatement{};
  cfn::Property<web_acl::IPSetReferenceStatement> IPSetReferenceStatement{};
  cfn::Property<web_acl::LabelMatchStatement> LabelMatchStatement{};
  cfn::Property<web_acl::ManagedRuleGroupStatement> ManagedRuleGroupStatement{};
  cfn::Property<web_acl::NotStatement> NotStatement{};
  cfn::Property<web_acl::OrStatement> OrStatement{};
  cfn::Property<web_acl::RateBasedStatement> RateBasedStatement{};
  cfn::Property<web_acl::RegexMatchStatement> RegexMatchStatement{};
  cfn::Property<web_acl::RegexPatternSetReferenceStatement> RegexPatternSetReferenceStatement{};
  cfn::Property<web_acl::RuleGroupReferenceStatement> RuleGroupReferenceStatement{};
  cfn::Property<web_acl::SizeConstraintStatement> SizeConstraintStatement{};
  cfn::Property<web_acl::SqliMatchStatement> SqliMatchStatement{};
  cfn::Property<web_acl::XssMatchStatement> XssMatchStatement{};
};
cfn::Value toValue(const Statement&);

struct VisibilityConfig {
  cfn::Required<bool> CloudWatchMetricsEnabled;
  cfn::Required<std::string> MetricName;
  cfn::Required<bool> SampledRequestsEnabled;
};
cfn::Value toValue(const VisibilityConfig&);

struct Rule {
  cfn::Property<web_acl::RuleAction> Action{};
  cfn::Property<web_acl::CaptchaConfig> CaptchaConfig{};
  cfn::Property<web_acl::ChallengeConfig> ChallengeConfig{};
  cfn::Required<std::string> Name;
  cfn::Property<web_acl::OverrideAction> OverrideAction{};
  cfn::Required<std::int64_t> Priority;
  cfn::Property<std::vector<web_acl::Label>> RuleLabels{};
  cfn::Required<web_acl::Statement> Statement;
  cfn::Required<web_acl::VisibilityConfig> VisibilityConfig;
};
cfn::Value toValue(const Rule&);

}  // namespace web_acl

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html
struct WebACL {
  static constexpr std::string_view type = "AWS::WAFv2::WebACL";
  cfn::Property<web_acl::ApplicationConfig> ApplicationConfig{};
  cfn::Property<web_acl::AssociationConfig> AssociationConfig{};
  cfn::Property<web_acl::CaptchaConfig> CaptchaConfig{};
  cfn::Property<web_acl::ChallengeConfig> ChallengeConfig{};
  cfn::Property<cfn::Json> CustomResponseBodies{};
  cfn::Property<web_acl::DataProtectionConfig> DataProtectionConfig{};
  cfn::Required<web_acl::DefaultAction> DefaultAction;
  cfn::Property<std::string> Description{};
  cfn::Property<std::string> Name{};
  cfn::Property<web_acl::OnSourceDDoSProtectionConfig> OnSourceDDoSProtectionConfig{};
  cfn::Property<std::vector<web_acl::Rule>> Rules{};
  cfn::Required<cfn::OneOf<"CLOUDFRONT", "REGIONAL">> Scope;
  cfn::Property<std::vector<cfn::Tag>> Tags{};
  cfn::Property<std::vector<std::string>> TokenDomains{};
  cfn::Required<web_acl::VisibilityConfig> VisibilityConfig;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::WAFv2::WebACL">> {
    using cfn::Handle<cfn::Typed<"AWS::WAFv2::WebACL">>::Handle;
    cfn::Expression arn() const { return {getAtt("Arn")}; }
    cfn::Expression capacity() const { return {getAtt("Capacity")}; }
    cfn::Expression id() const { return {getAtt("Id")}; }
    cfn::Expression labelNamespace() const { return {getAtt("LabelNamespace")}; }
  };
};
cfn::Map properties(const WebACL&);

/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webaclassociation.html
struct WebACLAssociation {
  static constexpr std::string_view type = "AWS::WAFv2::WebACLAssociation";
  cfn::Required<std::string> ResourceArn;
  cfn::Required<std::string> WebACLArn;

  struct Handle : cfn::Handle<cfn::Typed<"AWS::WAFv2::WebACLAssociation">> {
    using cfn::Handle<cfn::Typed<"AWS::WAFv2::WebACLAssociation">>::Handle;
  };
};
cfn::Map properties(const WebACLAssociation&);

}  // namespace aws::wafv2
