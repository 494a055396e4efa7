"""The content security policy in templates."""

from django import template

from participation.core import policy

register = template.Library()


class NoncedNode(template.Node):
    def __init__(self, nodelist: template.NodeList):
        self.nodelist = nodelist

    def render(self, context: template.Context) -> str:
        return policy.with_nonce(self.nodelist.render(context))


@register.tag
def nonced(parser: template.base.Parser, token: template.base.Token) -> NoncedNode:
    """`{% nonced %}…{% endnonced %}`: the inline scripts in between may run. For Wagtail's own markup only."""
    nodelist = parser.parse(("endnonced",))
    parser.delete_first_token()
    return NoncedNode(nodelist)


@register.simple_tag
def framed(address: str) -> str:
    """This page may show a frame from that address's host."""
    policy.frame(address)
    return ""
