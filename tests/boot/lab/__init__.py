"""What stands in for AWS around the machines: network, names, packages, service endpoints, database, balancer, shared files."""
