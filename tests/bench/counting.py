"""How many queries an answer took, told when asked."""

from django.db import connection

ASKED = "X-Count-Queries"


class QueryCount:
    """Puts the number of queries into the answer of a request that asks for it."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if ASKED not in request.headers:
            return self.get_response(request)
        statements: list[str] = []

        def note(execute, sql, params, many, context):
            statements.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            response = self.get_response(request)
        response.headers["X-Queries"] = str(len(statements))
        return response
