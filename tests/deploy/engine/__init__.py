"""A CloudFormation that tells the truth, on top of moto's services.

moto's own CloudFormation accepts a template, makes three quarters of it and reports success. Here every resource is made by calling
moto's service API with boto3, as CloudFormation itself does on AWS; a type nobody wrote down fails, and a property nobody applied is
named in the resource's status reason.
"""
